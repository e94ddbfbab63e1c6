package org.livelabel.registry.testing;

import io.quarkus.test.junit.QuarkusTestProfile;
import java.util.Map;

/** What needs a start of its own and disturbs nothing else, so that it needs only one. */
public class Haste implements QuarkusTestProfile {
    @Override
    public Map<String, String> getConfigOverrides() {
        return Map.of(
                // with requests that change something, not with long work
                "livelabel.database.patience.write", "PT1S",
                "livelabel.background", "false",
                // otherwise one token with an unknown key makes us ask, and then none for minutes
                "quarkus.oidc.token.forced-jwk-refresh-interval", "0S");
    }
}
