package org.livelabel.local.keycloak;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

/** On connections that speak HTTP/2 in clear text Keycloak's limits do not work: they were never closed. */
@NeedsKeycloak
class ClearTextHttp2Test {
    @Test
    void anUpgradeIsNotTakenAndTheRequestIsAnswered(SharedKeycloak.Running keycloak) throws Exception {
        String request = """
                GET /realms/livelabel HTTP/1.1
                Host: localhost
                Connection: Upgrade, HTTP2-Settings
                Upgrade: h2c
                HTTP2-Settings: AAMAAABkAAQAAP__

                """.replace("\n", "\r\n");

        try (Socket socket = connection(keycloak, request);
                var answer = new BufferedReader(
                        new InputStreamReader(socket.getInputStream(), StandardCharsets.ISO_8859_1))) {
            assertThat(answer.readLine()).isEqualTo("HTTP/1.1 200 OK");
        }
    }

    @Test
    void aConnectionThatBeginsWithItIsRefusedAndClosed(SharedKeycloak.Running keycloak) throws Exception {
        // RFC 9113, 3.4, and an empty SETTINGS frame
        String preface = "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n\0\0\0\4\0\0\0\0\0";

        try (Socket socket = connection(keycloak, preface)) {
            // to the end: the server closes
            String answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.ISO_8859_1);
            assertThat(answer).startsWith("HTTP/2.0 400 ");
        }
    }

    /** On which the request has been sent; a minute without a byte of the answer is a failure. */
    private static Socket connection(SharedKeycloak.Running keycloak, String request) throws IOException {
        Socket socket =
                new Socket(InetAddress.getLoopbackAddress(), keycloak.settings().port());
        socket.setSoTimeout(60_000);
        socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
        return socket;
    }
}
