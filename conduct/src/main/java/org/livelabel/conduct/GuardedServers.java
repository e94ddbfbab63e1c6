package org.livelabel.conduct;

import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.netty.channel.EventLoop;
import io.netty.channel.ServerChannel;
import io.netty.channel.SingleThreadEventLoop;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.vertx.http.HttpServerStart;
import io.quarkus.vertx.http.HttpsServerStart;
import io.vertx.core.Vertx;
import io.vertx.core.impl.VertxInternal;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.ObservesAsync;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.livelabel.conduct.connection.Connections;
import org.livelabel.conduct.connection.Limits;
import org.livelabel.conduct.connection.Networks;

/** Puts the guard before every port of this service, that of management included. */
@Singleton
class GuardedServers {
    private final Connections connections;

    @Inject
    Vertx vertx;

    @Inject
    GuardedServers(ConnectionSettings settings) {
        connections = new Connections(
                new Limits(
                        settings.headTime(),
                        // Bodies answers 408, which a guard cannot
                        Duration.ZERO,
                        settings.idleTime(),
                        settings.unreadTime(),
                        settings.perAddress(),
                        settings.overall(),
                        new Networks(settings.exempt().orElse(List.of()))),
                System::nanoTime,
                List.of(PackedAnswers::new),
                List.of(ProblemBodies::new));
    }

    void listening(@ObservesAsync HttpServerStart event) {
        guard();
    }

    void listeningWithTls(@ObservesAsync HttpsServerStart event) {
        guard();
    }

    /** One loop accepts for all servers of a Vert.x; that of management listens before the one that is announced. */
    private void guard() {
        EventLoop acceptor = ((VertxInternal) vertx).getAcceptorEventLoopGroup().next();
        acceptor.execute(() -> ((SingleThreadEventLoop) acceptor)
                .registeredChannelsIterator()
                .forEachRemaining(channel -> {
                    if (channel instanceof ServerChannel server) {
                        connections.guard(server);
                    }
                }));
    }

    void measure(@Observes StartupEvent event, MeterRegistry metrics) {
        Gauge.builder("livelabel.connections.open", connections, Connections::open)
                .register(metrics);
        for (Connections.Closed why : Connections.Closed.values()) {
            FunctionCounter.builder("livelabel.connections.closed", connections, all -> all.closed(why))
                    .tag("reason", why.name().toLowerCase(Locale.ROOT))
                    .register(metrics);
        }
    }
}
