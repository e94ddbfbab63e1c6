package org.livelabel.web.service;

import jakarta.ws.rs.ProcessingException;
import jakarta.ws.rs.WebApplicationException;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.livelabel.web.service.ServiceCalls.Outcome;

/**
 * Calls that change nothing. One that fails for no fault of the request is made once more, unless it was waited for already.
 * However slow a service is, no more than {@link #AT_ONCE} pages wait for it: the others say at once that it is away, and pages
 * that do not need it are made as ever.
 */
public final class Reads {
    public static final String REGISTRY = "registry-service";
    public static final String ACCOUNTS = "account-service";

    static final int AT_ONCE = 64;
    /** For a place: a burst goes by in less, a service that hangs does not. */
    private static final Duration PATIENCE = Duration.ofMillis(50);

    private static final Map<String, Semaphore> PLACES = new ConcurrentHashMap<>();

    private Reads() {}

    /**
     * @throws ServiceAwayException after the second try
     * @throws QuotaSpentException if the visitor has asked too often
     * @throws ServiceRefusedException at once on any other 4xx
     */
    public static <T> T from(String service, Supplier<T> call) {
        Semaphore places = PLACES.computeIfAbsent(service, name -> new Semaphore(AT_ONCE));
        long began = System.nanoTime();
        if (!take(places)) {
            ServiceCalls.ended(service, Outcome.BUSY, began);
            throw new ServiceAwayException(service, "as many pages wait for it as may");
        }
        try {
            return twice(service, call);
        } finally {
            places.release();
        }
    }

    private static <T> T twice(String service, Supplier<T> call) {
        try {
            return once(service, call);
        } catch (ServiceAwayException e) {
            if (e.waitedFor()) {
                throw e;
            }
            return once(service, call);
        }
    }

    private static <T> T once(String service, Supplier<T> call) {
        long began = System.nanoTime();
        try {
            T answer = call.get();
            ServiceCalls.ended(service, Outcome.OK, began);
            return answer;
        } catch (ProcessingException e) {
            boolean late = e.getCause() instanceof TimeoutException;
            ServiceCalls.ended(service, late ? Outcome.TIMEOUT : Outcome.FAILED, began);
            throw new ServiceAwayException(service, e, late);
        } catch (WebApplicationException e) {
            ServiceCalls.ended(service, Outcome.of(e.getResponse().getStatus()), began);
            int status = e.getResponse().getStatus();
            if (status == 429) {
                throw new QuotaSpentException(service, seconds(e.getResponse().getHeaderString("Retry-After")));
            }
            if (status >= 500) {
                throw new ServiceAwayException(service, e, false);
            }
            throw new ServiceRefusedException(service, status, e.getResponse().getHeaderString("WWW-Authenticate"));
        }
    }

    private static boolean take(Semaphore places) {
        try {
            return places.tryAcquire(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private static int seconds(@Nullable String header) {
        try {
            return header == null ? 60 : Math.clamp(Integer.parseInt(header), 1, 3600);
        } catch (NumberFormatException e) {
            return 60;
        }
    }
}
