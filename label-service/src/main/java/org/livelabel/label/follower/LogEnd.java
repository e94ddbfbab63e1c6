package org.livelabel.label.follower;

import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.livelabel.conduct.MetricsSettings;
import org.livelabel.label.wiring.LabelSettings;

/**
 * Asks the registry how far its log goes, for whoever measures how far behind we are: a follower that hangs or has ended
 * would not know. No page of ours waits for it.
 */
@ApplicationScoped
class LogEnd {
    private static final Logger LOG = Logger.getLogger(LogEnd.class);
    private static final Duration PATIENCE = Duration.ofSeconds(2);
    /** It is not counted against a quota, and of a question without a body nothing is made but the header. */
    private static final String ANSWERED_AT = "/v1/export/products.ndjson.gz";

    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(PATIENCE)
            .build();
    private final URI registry;
    private final Duration fresh;
    private @Nullable Long askedAt;
    private double known = Double.NaN;

    LogEnd(LabelSettings settings, MetricsSettings metrics) {
        this.registry = settings.registryUrl();
        this.fresh = metrics.fresh();
    }

    /** The index of the log's last entry, -1 before the first; not a number if the registry does not say. */
    synchronized double lastIndex() {
        if (askedAt == null || System.nanoTime() - askedAt >= fresh.toNanos()) {
            known = ask();
            askedAt = System.nanoTime();
        }
        return known;
    }

    @PreDestroy
    void close() {
        http.shutdownNow();
    }

    private double ask() {
        String base = registry.toString();
        URI address = URI.create((base.endsWith("/") ? base.substring(0, base.length() - 1) : base) + ANSWERED_AT);
        HttpRequest question = HttpRequest.newBuilder(address)
                .timeout(PATIENCE)
                .method("HEAD", HttpRequest.BodyPublishers.noBody())
                .build();
        try {
            return http.send(question, HttpResponse.BodyHandlers.discarding())
                    .headers()
                    .firstValueAsLong("LiveLabel-Log-Index")
                    .orElseThrow(() -> new IOException("no index in the answer"));
        } catch (IOException | NumberFormatException e) {
            LOG.debugf("the registry does not say how far its log goes: %s", e);
            return Double.NaN;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Double.NaN;
        }
    }
}
