package org.livelabel.web.service;

import jakarta.ws.rs.ProcessingException;
import jakarta.ws.rs.WebApplicationException;
import java.util.function.Supplier;

/** Calls that change nothing. One that fails for no fault of the request is made once more. */
public final class Reads {
    private Reads() {}

    /**
     * @throws ServiceAwayException after the second try
     * @throws ServiceRefusedException at once on any 4xx but 429
     */
    public static <T> T from(String service, Supplier<T> call) {
        try {
            return once(service, call);
        } catch (ServiceAwayException e) {
            return once(service, call);
        }
    }

    private static <T> T once(String service, Supplier<T> call) {
        try {
            return call.get();
        } catch (ProcessingException e) {
            throw new ServiceAwayException(service, e);
        } catch (WebApplicationException e) {
            int status = e.getResponse().getStatus();
            if (status >= 500 || status == 429) {
                throw new ServiceAwayException(service, e);
            }
            throw new ServiceRefusedException(service, status, e.getResponse().getHeaderString("WWW-Authenticate"));
        }
    }
}
