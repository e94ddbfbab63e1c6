package org.livelabel.conduct.keycloak;

import io.netty.bootstrap.ChannelInitializerExtension;
import io.netty.channel.ServerChannel;
import io.smallrye.config.SmallRyeConfig;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.time.Duration;
import java.util.List;
import org.jboss.logging.Logger;
import org.livelabel.conduct.BodySettings;
import org.livelabel.conduct.ConnectionSettings;
import org.livelabel.conduct.connection.Connections;
import org.livelabel.conduct.connection.Limits;
import org.livelabel.conduct.connection.Networks;
import org.livelabel.conduct.connection.Places;
import org.livelabel.conduct.connection.WholeBodies;

/**
 * Puts the guard before every port of a Keycloak, that of management included, and lets it see no request whose body is not
 * there. Netty looks for it where {@code io.netty.bootstrap.extensions} is {@code serviceload}.
 *
 * <p>The settings are those of the services, from the environment; the ones for large bodies mean nothing here.
 */
public final class GuardedPorts extends ChannelInitializerExtension {
    private static final Logger LOG = Logger.getLogger(GuardedPorts.class);
    /** Of the memory for bodies, what one address may hold: the eighth part. */
    private static final int SHARES = 8;

    private final Connections connections;
    private final WholeBodies whole;

    /** A setting that cannot be read ends here, and with it the start: Netty would only warn of a later failure. */
    public GuardedPorts() {
        SmallRyeConfig config = new SmallRyeConfigBuilder()
                .forClassLoader(GuardedPorts.class.getClassLoader())
                .addDiscoveredConverters()
                .addSystemSources()
                .withMapping(ConnectionSettings.class)
                .withMapping(BodySettings.class)
                .build();
        ConnectionSettings settings = config.getConfigMapping(ConnectionSettings.class);
        BodySettings bodies = config.getConfigMapping(BodySettings.class);
        Networks exempt = new Networks(settings.exempt().orElse(List.of()));
        long memory = bodies.memory().asLongValue();
        int limit = Math.toIntExact(bodies.limit().asLongValue());
        connections = new Connections(
                new Limits(
                        settings.headTime(),
                        // they answer 408, which a guard cannot
                        Duration.ZERO,
                        settings.idleTime(),
                        settings.unreadTime(),
                        settings.perAddress(),
                        settings.overall(),
                        exempt),
                System::nanoTime,
                List.of());
        whole = new WholeBodies(
                limit,
                bodies.time(),
                new Places(bodies.perAddress(), Integer.MAX_VALUE, exempt),
                new Places(Math.max(memory / SHARES, limit), memory, exempt));
        LOG.infof(
                "Every port is guarded: %d connections from one address, %d s for a header, %d s for a body",
                settings.perAddress(),
                settings.headTime().toSeconds(),
                bodies.time().toSeconds());
    }

    @Override
    public void postInitializeServerListenerChannel(ServerChannel server) {
        connections.guard(server, () -> List.of(whole));
    }
}
