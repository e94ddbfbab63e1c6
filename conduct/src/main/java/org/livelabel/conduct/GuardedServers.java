package org.livelabel.conduct;

import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.netty.channel.ChannelHandler;
import io.netty.channel.EventLoop;
import io.netty.channel.ServerChannel;
import io.netty.channel.SingleThreadEventLoop;
import io.quarkus.runtime.LaunchMode;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.vertx.http.HttpServer;
import io.quarkus.vertx.http.HttpServerStart;
import io.quarkus.vertx.http.HttpsServerStart;
import io.vertx.core.Vertx;
import io.vertx.core.impl.VertxInternal;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.ObservesAsync;
import jakarta.inject.Singleton;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;
import org.eclipse.microprofile.config.Config;
import org.livelabel.conduct.connection.Connections;

/** Puts the guard before every port of this service, that of management included. */
@Singleton
class GuardedServers {
    private static final List<Supplier<ChannelHandler>> ANYTHING = List.of(ProblemBodies::new);
    private static final List<Supplier<ChannelHandler>> QUESTIONS = List.of(ProblemBodies::new, QuestionsOnly::new);

    private final Connections connections;
    private final Vertx vertx;
    private final HttpServer listening;
    private final Config config;

    GuardedServers(ConnectionSettings settings, Vertx vertx, HttpServer listening, Config config) {
        this.vertx = vertx;
        this.listening = listening;
        this.config = config;
        connections =
                new Connections(ConnectionSettings.limits(settings), System::nanoTime, List.of(PackedAnswers::new));
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
                        // which port is which may not be known yet, or still be that of a start before
                        connections.guard(server, () -> isManagement(server) ? QUESTIONS : ANYTHING);
                    }
                }));
    }

    private boolean isManagement(ServerChannel server) {
        // known only where it is another than the one that was set
        int chosen = listening.getManagementPort();
        String set =
                LaunchMode.current() == LaunchMode.TEST ? "quarkus.management.test-port" : "quarkus.management.port";
        return server.localAddress() instanceof InetSocketAddress local
                && local.getPort()
                        == (chosen > 0
                                ? chosen
                                : config.getOptionalValue(set, Integer.class).orElse(9000));
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
