package org.livelabel.registry.testing;

import io.quarkus.test.junit.QuarkusTestProfile;
import java.util.Map;

/**
 * A service with two database connections, for which it waits a second, with two seconds for any statement, and with nothing in
 * the background.
 */
public class TwoConnections implements QuarkusTestProfile {
    @Override
    public Map<String, String> getConfigOverrides() {
        return Map.of(
                "quarkus.datasource.jdbc.max-size",
                "2",
                "quarkus.datasource.jdbc.acquisition-timeout",
                "1S",
                "livelabel.database.patience.longest",
                "PT2S",
                "livelabel.background",
                "false",
                // one look waits for a connection in vain, and not the next
                "%test.livelabel.metrics.fresh",
                "1H");
    }
}
