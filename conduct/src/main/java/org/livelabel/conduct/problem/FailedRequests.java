package org.livelabel.conduct.problem;

import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * What the log says of a request that failed on our side. Each is counted by its status in http_server_requests_seconds.
 */
public final class FailedRequests {
    private static final Logger LOG = Logger.getLogger(FailedRequests.class);

    private FailedRequests() {}

    /** 503 is weather: one line. Any other failure is a defect and keeps its stack trace. */
    public static void log(int status, @Nullable Throwable cause) {
        if (status == 503) {
            LOG.warnf("answered with 503: %s", cause);
        } else if (status >= 500) {
            LOG.error("a request failed", cause);
        }
    }
}
