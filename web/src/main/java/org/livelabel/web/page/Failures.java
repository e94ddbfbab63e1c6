package org.livelabel.web.page;

import io.quarkus.security.ForbiddenException;
import jakarta.persistence.PersistenceException;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Response;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;
import org.livelabel.conduct.problem.BusyDatabase;
import org.livelabel.web.service.QuotaSpentException;
import org.livelabel.web.service.ServiceAwayException;

/** Which page answers which failure. */
class Failures {
    private static final Logger LOG = Logger.getLogger(Failures.class);

    @ServerExceptionMapper
    Response notFound(NotFoundException e) {
        return ErrorPages.notFound();
    }

    @ServerExceptionMapper
    Response forbidden(ForbiddenException e) {
        return ErrorPages.forbidden();
    }

    @ServerExceptionMapper
    Response away(ServiceAwayException e) {
        LOG.warn(e.getMessage());
        return ErrorPages.away();
    }

    @ServerExceptionMapper
    Response tooMuch(QuotaSpentException e) {
        return ErrorPages.tooMuch(e.retryAfter());
    }

    /** Sessions are kept in the database, and nothing else. */
    @ServerExceptionMapper
    Response noSessions(PersistenceException e) {
        if (BusyDatabase.causes(e)) {
            LOG.warnf("sessions cannot be read or kept: %s", e.getMessage());
        } else {
            LOG.error("sessions cannot be read or kept", e);
        }
        return ErrorPages.away();
    }

    @ServerExceptionMapper
    Response refused(WebApplicationException e) {
        int status = e.getResponse().getStatus();
        return status < 500 ? ErrorPages.of(status) : failure(e);
    }

    @ServerExceptionMapper
    Response failure(Exception e) {
        LOG.error("a page failed", e);
        return ErrorPages.failure();
    }
}
