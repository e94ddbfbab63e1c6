package org.livelabel.label.page;

import jakarta.inject.Inject;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** Nothing leaves this service as a stack trace or as the message of an exception. */
public class RefusalMapper {
    private static final Logger LOG = Logger.getLogger(RefusalMapper.class);

    @Inject
    RefusalPages pages;

    @ServerExceptionMapper
    public Response refused(RefusedException e, HttpHeaders headers) {
        return pages.answer(e.refusal(), e.dataOnly(), headers);
    }

    @ServerExceptionMapper
    public Response webApplication(WebApplicationException e, HttpHeaders headers) {
        int status = e.getResponse().getStatus();
        if (status < 400) {
            return e.getResponse();
        }
        if (status >= 500) {
            LOG.error("a request failed", e);
            return pages.answer(Refusal.failed(), false, headers);
        }
        Response answer = pages.answer(status == 404 ? Refusal.noPage() : Refusal.refused(status), false, headers);
        String allow = e.getResponse().getHeaderString(HttpHeaders.ALLOW);
        return allow == null
                ? answer
                : Response.fromResponse(answer).header(HttpHeaders.ALLOW, allow).build();
    }

    @ServerExceptionMapper
    public Response anything(Throwable e, HttpHeaders headers) {
        LOG.error("a request failed", e);
        return pages.answer(Refusal.failed(), false, headers);
    }
}
