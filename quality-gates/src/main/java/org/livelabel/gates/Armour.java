package org.livelabel.gates;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * How every service behaves towards a client that means harm or does not know better. Tests run with {@link #SHORT} limits,
 * and wait for what the service does, not for a time.
 */
public final class Armour {
    /** Limits for a test profile; otherwise as in production. */
    public static final Map<String, String> SHORT = Map.of(
            "livelabel.connections.head-time", "2S",
            "livelabel.connections.unread-time", "2S",
            "livelabel.connections.per-address", "60",
            "livelabel.bodies.time", "2S");

    private static final String PROBLEM = "content-type: application/problem+json";

    private Armour() {}

    public static void headersThatDripAreCutOff(int port) {
        try (RawConnection connection = RawConnection.open(port)) {
            connection.send("GET / HTTP/1.1\r\nHost: localhost\r\nX-Slow: ");

            connection.dripUntilClosed("a");
        }
    }

    public static void aSecondRequestMayNotDripEither(int port) {
        try (RawConnection connection = RawConnection.open(port)) {
            connection.send("HEAD / HTTP/1.1\r\nHost: localhost\r\n\r\n").until("\r\n\r\n");

            connection.send("GET / HTTP/1.1\r\nX-Slow: ").dripUntilClosed("a");
        }
    }

    public static void anUpgradeToHttp2IsNotTaken(int port) {
        try (RawConnection upgrading = RawConnection.open(port);
                RawConnection knowing = RawConnection.open(port)) {
            String answer = upgrading
                    .send("GET / HTTP/1.1\r\nHost: localhost\r\nConnection: Upgrade, HTTP2-Settings\r\nUpgrade: h2c\r\n"
                            + "HTTP2-Settings: AAMAAABkAAQAAP__\r\n\r\n")
                    .until("\r\n\r\n");
            upgrading.dripUntilClosed("a");
            knowing.send("PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n").dripUntilClosed("a");

            assertThat(answer).startsWith("HTTP/1.1 ").doesNotContain("101 Switching");
        }
    }

    /** @param head the request line and headers of a request that may have a body, up to its length */
    public static void aBodyThatDoesNotComeIsAnsweredAndEnds(int port, String head) {
        try (RawConnection connection = RawConnection.open(port)) {
            String answer = connection
                    .send(head + "Host: localhost\r\nContent-Length: 100\r\n\r\n{\"a\"")
                    .rest();

            assertThat(answer)
                    .startsWith("HTTP/1.1 408 ")
                    .containsIgnoringCase(PROBLEM)
                    .contains("/problems/body-too-slow");
        }
    }

    /** @param bytes more than the service takes */
    public static void aBodyThatIsTooLargeIsRefusedUnread(int port, String head, long bytes) {
        try (RawConnection connection = RawConnection.open(port)) {
            String answer = connection
                    .send(head + "Host: localhost\r\nContent-Length: " + bytes + "\r\n\r\n{\"a\"")
                    .rest();

            assertThat(answer)
                    .startsWith("HTTP/1.1 413 ")
                    .containsIgnoringCase(PROBLEM)
                    .contains("/problems/body-too-large");
        }
    }

    /** @param held so many connections that some are more than one address may have */
    public static void oneAddressHasOnlySoManyConnections(int port, int held) {
        List<RawConnection> connections =
                IntStream.range(0, held).mapToObj(i -> RawConnection.open(port)).toList();
        try {
            assertThat(connections.getLast().rest()).isEmpty();
        } finally {
            connections.forEach(RawConnection::close);
        }
    }

    public static void whatCannotBeReadIsAProblem(int port) {
        for (String host : List.of("", "Host: \r\n", "Host: a b\r\n", "Host: a\r\nHost: a\r\n", "Host: a/b\r\n")) {
            assertThat(RawConnection.exchange(port, "GET / HTTP/1.1\r\n" + host + "Connection: close\r\n\r\n"))
                    .as(host)
                    .startsWith("HTTP/1.1 400 ")
                    .containsIgnoringCase(PROBLEM);
        }
        for (String line :
                List.of("GET /a|b HTTP/1.1", "GET /%zz HTTP/1.1", "GET / HTTP/9.9", "GET /\u00ff HTTP/1.1")) {
            assertThat(RawConnection.exchange(
                            port, line + "\r\nHost: a\r\nAccept: application/json\r\nConnection: close\r\n\r\n"))
                    .as(line)
                    .matches("(?s)HTTP/[19]\\.[019] [45]0[0-9] .*")
                    .containsIgnoringCase(PROBLEM);
        }
        assertThat(RawConnection.exchange(port, "GET /" + "a".repeat(9000) + " HTTP/1.1\r\nHost: a\r\n\r\n"))
                .contains(" 414 ")
                .containsIgnoringCase(PROBLEM)
                .contains("/problems/unreadable-request");
    }

    public static void unknownAddressesAreProblems(int port) {
        for (String path :
                List.of("/nothing/here", "/q/nothing", "/v1/nothing", "//", "/../nothing", "/%2e%2e/a", "/a%0d%0ab")) {
            assertThat(RawConnection.exchange(
                            port,
                            "GET " + path
                                    + " HTTP/1.1\r\nHost: a\r\nAccept: application/json\r\nConnection: close\r\n\r\n"))
                    .as(path)
                    .matches("(?s)HTTP/1.1 4[0-9][0-9] .*")
                    .containsIgnoringCase(PROBLEM)
                    .containsIgnoringCase("cache-control: no-store")
                    .contains("nosniff");
        }
    }

    /** @param path where a GET is answered with 200 */
    public static void anOddAcceptIsNoFailure(int port, String path) {
        for (String accept : List.of("a", "/", "\u00ff", "a/b/c", "text/html;q=x", ",", ";", "*", "\"", "*/*;q=-1")) {
            assertThat(RawConnection.exchange(
                            port,
                            "GET " + path + " HTTP/1.1\r\nHost: a\r\nAccept: " + accept
                                    + "\r\nConnection: close\r\n\r\n"))
                    .as(accept)
                    .matches("(?s)HTTP/1.1 (200|406) .*");
        }
    }
}
