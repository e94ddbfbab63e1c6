package org.livelabel.conduct;

import io.smallrye.config.ConfigMapping;
import java.util.List;
import java.util.Optional;

/** Who speaks for others. */
@ConfigMapping(prefix = "livelabel.proxies")
public interface ProxySettings {
    /**
     * Networks whose X-Forwarded-For is believed: of proxies, and for what web asks, the network where web runs. None unless
     * told: then the socket's address counts. Who may hold any number of connections is another question, see
     * {@link ConnectionSettings#exempt()}.
     */
    Optional<List<String>> trusted();
}
