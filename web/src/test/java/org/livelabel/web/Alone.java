package org.livelabel.web;

import io.quarkus.test.junit.QuarkusTestProfile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.util.HashMap;
import java.util.Map;
import org.livelabel.gates.Armour;

/** Short limits, and nobody is there who could be asked about signing in: neither disturbs the other, and both need a start of their own. */
public class Alone implements QuarkusTestProfile {
    @Override
    public Map<String, String> getConfigOverrides() {
        Map<String, String> settings = new HashMap<>(Armour.SHORT);
        try (ServerSocket closedAtOnce = new ServerSocket(0)) {
            settings.put("quarkus.oidc.auth-server-url", "http://localhost:" + closedAtOnce.getLocalPort());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return settings;
    }
}
