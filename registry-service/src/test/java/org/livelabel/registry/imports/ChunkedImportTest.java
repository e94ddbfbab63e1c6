package org.livelabel.registry.imports;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.net.URL;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.livelabel.gates.RawConnection;
import org.livelabel.registry.testing.Maker;
import org.livelabel.registry.testing.Peers;

/** Who makes a file while sending it does not know its length before. */
@QuarkusTest
@QuarkusTestResource(Peers.class)
class ChunkedImportTest {
    private static final int LINES = 40;
    private static final int CHUNK = 7_000;

    @TestHTTPResource
    URL service;

    @Test
    void aFileWhoseLengthNobodyAnnouncedIsReceivedWhole() {
        Maker maker = Maker.verified();
        String file = IntStream.range(0, LINES)
                .mapToObj(n -> "{\"product_ref\": \"" + n + "\"" + " ".repeat(8_000) + "}\n")
                .collect(Collectors.joining());

        String answer = sent(maker, file);

        assertThat(answer).startsWith("HTTP/1.1 202 ").contains("\"total\":" + LINES);
    }

    /** In chunks that end within lines. */
    private String sent(Maker maker, String file) {
        try (RawConnection connection = RawConnection.open(service.getPort())) {
            connection.send("POST /v1/imports?dry_run=true&publisher=" + maker.organisation + " HTTP/1.1\r\n"
                    + "Host: localhost\r\nAuthorization: Bearer "
                    + maker.token().signed() + "\r\nIdempotency-Key: "
                    + maker.organisation + "\r\nContent-Type: application/x-ndjson\r\nTransfer-Encoding: chunked\r\n"
                    + "Connection: close\r\n\r\n");
            for (int from = 0; from < file.length(); from += CHUNK) {
                String chunk = file.substring(from, Math.min(from + CHUNK, file.length()));
                connection.send(Integer.toHexString(chunk.length()) + "\r\n" + chunk + "\r\n");
            }
            return connection.send("0\r\n\r\n").rest();
        }
    }
}
