package org.livelabel.local.keycloak;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** On connections that speak HTTP/2 in clear text Keycloak's limits do not work: they were never closed. */
@ExtendWith(SharedKeycloak.class)
class ClearTextHttp2Test {
    @Test
    void anUpgradeIsNotTakenAndTheRequestIsAnswered(SharedKeycloak.Running keycloak) throws Exception {
        String request = """
                GET /realms/livelabel HTTP/1.1
                Host: localhost
                Connection: Upgrade, HTTP2-Settings, close
                Upgrade: h2c
                HTTP2-Settings: AAMAAABkAAQAAP__

                """.replace("\n", "\r\n");

        String answer = answerUntilTheEnd(keycloak, request);

        assertThat(answer).startsWith("HTTP/1.1 200 OK").contains("\"realm\":\"livelabel\"");
    }

    @Test
    void aConnectionThatBeginsWithItIsRefusedAndClosed(SharedKeycloak.Running keycloak) throws Exception {
        // RFC 9113, 3.4, and an empty SETTINGS frame
        String preface = "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n\0\0\0\4\0\0\0\0\0";

        String answer = answerUntilTheEnd(keycloak, preface);

        assertThat(answer).startsWith("HTTP/2.0 400 ");
    }

    /** Waits for the server to close; a minute without a byte is a failure. */
    private static String answerUntilTheEnd(SharedKeycloak.Running keycloak, String request) throws IOException {
        try (Socket socket =
                new Socket(InetAddress.getLoopbackAddress(), keycloak.settings().port())) {
            socket.setSoTimeout(60_000);
            socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.ISO_8859_1);
        }
    }
}
