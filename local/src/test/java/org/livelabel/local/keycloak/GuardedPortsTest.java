package org.livelabel.local.keycloak;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.livelabel.local.keycloak.SharedKeycloak.Running;

/** What {@code conduct} adds to Keycloak: raw connections of people who do not mean to be answered. */
@NeedsKeycloak
class GuardedPortsTest {
    private static final String TOKEN = "/realms/livelabel/protocol/openid-connect/token";
    private static final String UNFINISHED = "POST " + TOKEN + """
             HTTP/1.1
            Host: localhost
            Content-Type: application/x-www-form-urlencoded
            Content-Length: 1000

            gran""".replace("\n", "\r\n");

    private final List<Socket> open = new ArrayList<>();

    @AfterEach
    void hangUp() throws IOException {
        for (Socket socket : open) {
            socket.close();
        }
    }

    @Test
    void aHeaderThatDripsIsCutOff(Running keycloak) throws Exception {
        Socket socket = connection(keycloak.settings().port(), "GET / HTTP/1.1\r\nX: ");

        assertThat(drip(socket)).isEmpty();
    }

    @Test
    void thePortOfHealthIsGuardedToo(Running keycloak) throws Exception {
        Socket socket = connection(keycloak.settings().managementPort(), "GET /health HTTP/1.1\r\nX: ");

        assertThat(drip(socket)).isEmpty();
    }

    /** Nor is it switched off there: no option of Keycloak or Quarkus does that. */
    @Test
    void thePortOfHealthSpeaksNoHttp2InClearText(Running keycloak) throws Exception {
        int port = keycloak.settings().managementPort();
        // RFC 9113, 3.4, and an empty SETTINGS frame
        Socket known = connection(port, "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n\0\0\0\4\0\0\0\0\0");
        Socket asking = connection(port, """
                GET /health/live HTTP/1.1
                Host: localhost
                Connection: Upgrade, HTTP2-Settings
                Upgrade: h2c
                HTTP2-Settings: AAMAAABkAAQAAP__

                """.replace("\n", "\r\n"));

        // to the end: the server closes
        rest(known);
        try (var answer =
                new BufferedReader(new InputStreamReader(asking.getInputStream(), StandardCharsets.ISO_8859_1))) {
            assertThat(answer.readLine()).isEqualTo("HTTP/1.1 200 OK");
        }
    }

    @Test
    void aBodyThatDripsIsRefused(Running keycloak) throws Exception {
        Socket socket = connection(keycloak.settings().port(), UNFINISHED);

        assertThat(drip(socket)).startsWith("HTTP/1.1 408 ").contains("within 15 seconds");
    }

    @Test
    void bodiesThatDoNotComeKeepNobodyFromSigningIn(Running keycloak) throws Exception {
        List<Socket> bodies = new ArrayList<>();
        for (int i = 0; i < 230; i++) {
            bodies.add(connection(keycloak.settings().port(), UNFINISHED));
        }

        int signedIn = signIn(keycloak);

        assertThat(signedIn).isEqualTo(200);
        for (Socket body : bodies) {
            assertThat(body.getInputStream().available()).isZero();
        }
        for (Socket body : bodies) {
            assertThat(rest(body)).startsWith("HTTP/1.1 408 ");
        }
    }

    @Test
    void whoHoldsAllConnectionsOfAnAddressGetsNoMore(Running keycloak) throws Exception {
        for (int i = 0; i <= SharedKeycloak.CONNECTIONS; i++) {
            connection(keycloak.settings().port(), "");
        }

        // several threads accept: it need not be the last
        open.remove(firstClosed());
        Socket other = open.getFirst();
        send(other, "GET /realms/livelabel HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n");

        // so it was the number that closed the one, not the time
        assertThat(rest(other)).startsWith("HTTP/1.1 200 ");
    }

    @Test
    void aLimitThatCannotBeReadStopsTheStart(Running keycloak, @TempDir Path folder) {
        KeycloakSettings settings = Running.settings(
                folder, keycloak.postgres(), "unlimited", 25, Map.of("LIVELABEL_CONNECTIONS_EXEMPT", "all"));

        try (KeycloakServer server = KeycloakServer.start(keycloak.home(), settings)) {
            assertThatThrownBy(server::awaitReady)
                    .isInstanceOf(KeycloakFailure.class)
                    .hasMessageContaining("has stopped");
        }
        assertThat(settings.log()).content().contains("GuardedPorts could not be instantiated");
    }

    private static int signIn(Running keycloak) {
        String secret = keycloak.settings().realm().secrets().registryService();
        Map<String, String> form =
                Map.of("grant_type", "client_credentials", "client_id", "registry-service", "client_secret", secret);
        try (Http http = new Http()) {
            return http.send(Http.post(URI.create(keycloak.settings().publicUrl() + TOKEN), form))
                    .statusCode();
        }
    }

    /** On which this has been sent. */
    private Socket connection(int port, String begin) throws IOException {
        Socket socket = new Socket(InetAddress.getLoopbackAddress(), port);
        open.add(socket);
        send(socket, begin);
        return socket;
    }

    private static void send(Socket socket, String text) throws IOException {
        socket.getOutputStream().write(text.getBytes(StandardCharsets.ISO_8859_1));
    }

    /** Sends a byte whenever nothing came for a moment, for a minute at most; what was answered until the server closed. */
    private static String drip(Socket socket) throws IOException {
        socket.setSoTimeout(200);
        for (int i = 0; i < 300; i++) {
            try {
                int first = socket.getInputStream().read();
                return first < 0 ? "" : (char) first + rest(socket);
            } catch (SocketTimeoutException nothing) {
                try {
                    send(socket, "a");
                } catch (SocketException closed) {
                    return "";
                }
            } catch (SocketException closed) {
                return "";
            }
        }
        throw new AssertionError("the connection is still open after a minute");
    }

    /** Among all that are open; a minute without is a failure. */
    private Socket firstClosed() throws IOException {
        for (int i = 0; i < 200; i++) {
            for (Socket socket : open) {
                socket.setSoTimeout(1);
                try {
                    if (socket.getInputStream().read() < 0) {
                        return socket;
                    }
                } catch (SocketTimeoutException stillOpen) {
                    // the next
                }
            }
        }
        throw new AssertionError("all connections are still open");
    }

    /** To the end: the server closes, or it is a failure after a minute. */
    private static String rest(Socket socket) throws IOException {
        socket.setSoTimeout(60_000);
        return new String(socket.getInputStream().readAllBytes(), StandardCharsets.ISO_8859_1);
    }
}
