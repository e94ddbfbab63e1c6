package org.livelabel.local.keycloak;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What {@code conduct} adds to Keycloak: raw connections of people who do not mean to be answered. */
@ExtendWith(SharedKeycloak.class)
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
    void aHeaderThatDripsIsCutOff(SharedKeycloak.Running keycloak) throws Exception {
        Socket socket = connection(keycloak.settings().port(), "GET / HTTP/1.1\r\nX: ");

        assertThat(drip(socket)).isEmpty();
    }

    @Test
    void thePortOfHealthIsGuardedToo(SharedKeycloak.Running keycloak) throws Exception {
        Socket socket = connection(keycloak.settings().managementPort(), "GET /health HTTP/1.1\r\nX: ");

        assertThat(drip(socket)).isEmpty();
    }

    @Test
    void aBodyThatDripsIsRefused(SharedKeycloak.Running keycloak) throws Exception {
        Socket socket = connection(keycloak.settings().port(), UNFINISHED);

        assertThat(drip(socket)).startsWith("HTTP/1.1 408 ").contains("within 15 seconds");
    }

    @Test
    void bodiesThatDoNotComeKeepNobodyFromSigningIn(SharedKeycloak.Running keycloak) throws Exception {
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
    void whoHoldsAllConnectionsOfAnAddressGetsNoMore(SharedKeycloak.Running keycloak) throws Exception {
        Socket first = connection(keycloak.settings().port(), "");
        for (int i = 1; i < SharedKeycloak.CONNECTIONS; i++) {
            connection(keycloak.settings().port(), "");
        }

        String oneMore = rest(connection(keycloak.settings().port(), ""));
        send(first, "GET /realms/livelabel HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n");

        assertThat(oneMore).isEmpty();
        // it was the number, not the time
        assertThat(rest(first)).startsWith("HTTP/1.1 200 ");
    }

    private static int signIn(SharedKeycloak.Running keycloak) {
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

    /** To the end: the server closes, or it is a failure after a minute. */
    private static String rest(Socket socket) throws IOException {
        socket.setSoTimeout(60_000);
        return new String(socket.getInputStream().readAllBytes(), StandardCharsets.ISO_8859_1);
    }
}
