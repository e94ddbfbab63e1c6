package org.livelabel.conduct.keycloak;

import io.netty.bootstrap.ChannelInitializerExtension;
import io.netty.channel.ServerChannel;
import io.smallrye.config.SmallRyeConfig;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.util.List;
import org.jboss.logging.Logger;
import org.livelabel.conduct.BodySettings;
import org.livelabel.conduct.ConnectionSettings;
import org.livelabel.conduct.connection.Connections;
import org.livelabel.conduct.connection.Limits;
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
        Limits limits = ConnectionSettings.limits(settings);
        int limit = Math.toIntExact(bodies.limit().asLongValue());
        connections = new Connections(limits, System::nanoTime, List.of());
        whole = new WholeBodies(
                limit,
                bodies.time(),
                new Places(bodies.perAddress(), Integer.MAX_VALUE, limits.exempt()),
                Places.forBodies(bodies.memory().asLongValue(), limit, limits.exempt()));
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
