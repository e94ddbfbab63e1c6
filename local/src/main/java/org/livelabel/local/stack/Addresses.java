package org.livelabel.local.stack;

import java.net.URI;
import org.livelabel.local.keycloak.KeycloakServer;

/**
 * Where everything is found. Those that other machines may reach carry the host given with {@code --host}.
 *
 * @param realm the OpenID Connect issuer
 */
public record Addresses(
        URI web, URI registry, URI label, URI account, URI keycloak, URI realm, URI inbox, int smtpPort) {
    static Addresses of(Ports ports, String host) {
        URI keycloak = http("localhost", ports.of(Door.KEYCLOAK));
        return new Addresses(
                http(host, ports.of(Door.WEB)),
                http("localhost", ports.of(Door.REGISTRY)),
                http(host, ports.of(Door.LABEL)),
                http("localhost", ports.of(Door.ACCOUNT)),
                keycloak,
                URI.create(keycloak + "/realms/" + KeycloakServer.REALM),
                http("localhost", ports.of(Door.INBOX)),
                ports.of(Door.SMTP));
    }

    private static URI http(String host, int port) {
        // an IPv6 address needs its brackets (RFC 3986, 3.2.2)
        return URI.create("http://" + (host.indexOf(':') >= 0 ? "[" + host + "]" : host) + ":" + port);
    }
}
