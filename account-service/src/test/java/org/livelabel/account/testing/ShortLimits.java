package org.livelabel.account.testing;

import io.quarkus.test.junit.QuarkusTestProfile;
import java.util.HashMap;
import java.util.Map;
import org.livelabel.gates.Armour;

/** What needs a start of its own and disturbs nothing else, so that it needs only one. */
public class ShortLimits implements QuarkusTestProfile {
    @Override
    public Map<String, String> getConfigOverrides() {
        Map<String, String> limits = new HashMap<>(Armour.SHORT);
        // otherwise one token with an unknown key makes us ask, and then none for a while
        limits.put("quarkus.oidc.token.forced-jwk-refresh-interval", "0S");
        return limits;
    }
}
