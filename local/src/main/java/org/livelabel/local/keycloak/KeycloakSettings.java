package org.livelabel.local.keycloak;

import java.net.URI;
import java.nio.file.Path;
import java.util.Map;
import org.livelabel.postgres.Login;

/**
 * One running instance.
 *
 * @param definition the folder with {@code livelabel-realm.json} and {@code password-blacklists}
 * @param folder the instance's own; made where it is missing, several instances never share one
 * @param log what the process prints
 * @param port the HTTP port on the loopback address
 * @param managementPort health and metrics, on the loopback address too
 * @param limits what a connection is granted, {@code LIVELABEL_CONNECTIONS_…} and {@code LIVELABEL_BODIES_…}, where it is not the usual
 * @param publicUrl what browsers and services call it, without a path
 */
public record KeycloakSettings(
        Path definition,
        Path folder,
        Path log,
        int port,
        int managementPort,
        Map<String, String> limits,
        URI publicUrl,
        String databaseUrl,
        Login database,
        RealmSettings realm) {
    /** The issuer of every token. */
    public URI issuer() {
        return URI.create(publicUrl + "/realms/" + KeycloakServer.REALM);
    }
}
