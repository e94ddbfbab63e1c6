package org.livelabel.registry.exports;

import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.livelabel.registry.ratelimit.Places;

/**
 * One caller's download and the place it holds. The place is given back when the last line is written, when writing fails,
 * when the caller is too slow, and when the caller goes away before the first byte.
 */
final class Download implements StreamingOutput {
    private static final int LOOKS = 5;

    private final Places.Place place;
    private final Consumer<OutputStream> export;
    private final HttpServerResponse connection;
    private final Vertx vertx;
    private final Duration patience;
    private final AtomicReference<Stage> stage = new AtomicReference<>(Stage.ASKED);

    private enum Stage {
        ASKED,
        WRITING,
        OVER
    }

    /** @param patience with a reader that is too slow */
    Download(
            Places.Place place, RoutingContext request, Vertx vertx, Duration patience, Consumer<OutputStream> export) {
        this.place = place;
        this.export = export;
        this.connection = request.response();
        this.vertx = vertx;
        this.patience = patience;
        request.addEndHandler(end -> gone());
        if (connection.closed()) {
            gone();
        }
    }

    @Override
    public void write(OutputStream out) throws IOException {
        if (!stage.compareAndSet(Stage.ASKED, Stage.WRITING)) {
            return;
        }
        Slowness paced = new Slowness(out, patience, System::nanoTime);
        long timer = vertx.setPeriodic(patience.dividedBy(LOOKS).toMillis(), look -> {
            if (paced.isTooMuch()) {
                // the write that waits fails by this, and with it the export
                connection.reset();
            }
        });
        try {
            export.accept(paced);
        } finally {
            vertx.cancelTimer(timer);
            stage.set(Stage.OVER);
            place.free();
        }
        out.close();
    }

    private void gone() {
        if (stage.compareAndSet(Stage.ASKED, Stage.OVER)) {
            place.free();
        }
    }
}
