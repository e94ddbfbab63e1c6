package org.livelabel.label.page;

import jakarta.persistence.PersistenceException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;
import org.livelabel.conduct.problem.BusyDatabase;

/** Nothing leaves this service as a stack trace or as the message of an exception. */
public class RefusalMapper {
    private static final Logger LOG = Logger.getLogger(RefusalMapper.class);

    private final RefusalPages pages;

    RefusalMapper(RefusalPages pages) {
        this.pages = pages;
    }

    @ServerExceptionMapper
    public Response refused(RefusedException e, HttpHeaders headers) {
        return pages.answer(e.refusal(), e.dataOnly(), headers);
    }

    @ServerExceptionMapper
    public Response webApplication(WebApplicationException e, HttpHeaders headers, UriInfo uri) {
        int status = e.getResponse().getStatus();
        if (status < 400) {
            return e.getResponse();
        }
        if (status >= 500) {
            LOG.error("a request failed", e);
            return pages.answer(Refusal.failed(), isOfData(uri), headers);
        }
        Response answer =
                pages.answer(status == 404 ? Refusal.noPage() : Refusal.refused(status), isOfData(uri), headers);
        String allow = e.getResponse().getHeaderString(HttpHeaders.ALLOW);
        return allow == null
                ? answer
                : Response.fromResponse(answer).header(HttpHeaders.ALLOW, allow).build();
    }

    @ServerExceptionMapper
    public Response database(PersistenceException e, HttpHeaders headers, UriInfo uri) {
        if (!BusyDatabase.causes(e)) {
            return anything(e, headers, uri);
        }
        LOG.warnf("the database is busy: %s", e.getMessage());
        return Response.fromResponse(pages.answer(Refusal.busy(), isOfData(uri), headers))
                .header("Retry-After", "5")
                .build();
    }

    @ServerExceptionMapper
    public Response anything(Throwable e, HttpHeaders headers, UriInfo uri) {
        LOG.error("a request failed", e);
        return pages.answer(Refusal.failed(), isOfData(uri), headers);
    }

    /** What is said here is read by a program, or shown in the place of a picture. */
    private static boolean isOfData(UriInfo uri) {
        String path = uri.getPath();
        return path.endsWith(".json") || path.endsWith(".svg") || path.endsWith(".png");
    }
}
