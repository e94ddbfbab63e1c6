package org.livelabel.local.keycloak;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
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

        String answer = answer(keycloak, request, "\"realm\":\"livelabel\"");

        assertThat(answer).startsWith("HTTP/1.1 200 OK");
    }

    @Test
    void aConnectionThatBeginsWithItIsRefusedAndClosed(SharedKeycloak.Running keycloak) throws Exception {
        // RFC 9113, 3.4, and an empty SETTINGS frame
        String preface = "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n\0\0\0\4\0\0\0\0\0";

        String answer = answer(keycloak, preface, null);

        assertThat(answer).startsWith("HTTP/2.0 400 ");
    }

    /**
     * A minute without a byte is a failure.
     *
     * @param last what ends the answer, for such connections are closed only when they have been idle; null to wait for the
     *     server to close
     */
    private static String answer(SharedKeycloak.Running keycloak, String request, @Nullable String last)
            throws IOException {
        try (Socket socket =
                new Socket(InetAddress.getLoopbackAddress(), keycloak.settings().port())) {
            socket.setSoTimeout(60_000);
            socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
            StringBuilder answer = new StringBuilder();
            for (int b = socket.getInputStream().read();
                    b >= 0;
                    b = socket.getInputStream().read()) {
                answer.append((char) b);
                if (last != null && answer.indexOf(last) >= 0) {
                    break;
                }
            }
            return answer.toString();
        }
    }
}
