package org.livelabel.gates;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

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

    /** More than the system keeps for a connection between both of its ends, in bytes: what was sent and not taken. */
    private static final double SOCKETS = 5_000_000;

    private static final String NOT_READING = "livelabel_connections_closed_total{reason=\"not_reading\"";
    private static final String PROBLEM = "content-type: application/problem+json";

    private static final Duration PATIENCE = Duration.ofMinutes(1);

    private Armour() {}

    public static void headersThatDripAreCutOff(int port) {
        atOnce(() -> aRequestMayNotDrip(port), () -> aSecondRequestMayNotDripEither(port));
    }

    private static void aRequestMayNotDrip(int port) {
        try (RawConnection connection = RawConnection.open(port)) {
            connection.send("GET / HTTP/1.1\r\nHost: localhost\r\nX-Slow: ");

            connection.dripUntilClosed("a");
        }
    }

    private static void aSecondRequestMayNotDripEither(int port) {
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
            atOnce(() -> upgrading.dripUntilClosed("a"), () -> knowing.send("PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n")
                    .dripUntilClosed("a"));

            assertThat(answer).startsWith("HTTP/1.1 ").doesNotContain("101 Switching");
        }
    }

    /**
     * @param managementPort where the service counts what it does
     * @param path where a GET is answered at once, with so much that the sockets hold a few answers between them
     */
    public static void whoDoesNotReadIsAnsweredNoMore(int port, int managementPort, String path) {
        String request = "GET " + path + " HTTP/1.1\r\nHost: localhost\r\n";
        int size = RawConnection.exchange(port, request + "Connection: close\r\n\r\n")
                .length();
        double answered = counted(managementPort, "http_server_requests_seconds_count");
        double closed = counted(managementPort, NOT_READING);
        try (RawConnection connection = RawConnection.openWithSmallBuffers(port)) {
            connection.send((request + "\r\n").repeat(2_000));

            long end = System.nanoTime() + PATIENCE.toNanos();
            while (counted(managementPort, NOT_READING) == closed) {
                assertThat(System.nanoTime())
                        .as("a connection that nobody reads from is still open after " + PATIENCE.toSeconds() + " s")
                        .isLessThan(end);
            }
        }
        assertThat(counted(managementPort, "http_server_requests_seconds_count") - answered)
                .isLessThan(SOCKETS / size);
    }

    /** @param path where a GET is answered with 200 */
    public static void whoAsksForManyAtOnceGetsThemInOrder(int port, String path) {
        String request = "GET " + path + " HTTP/1.1\r\nHost: localhost\r\n";
        String missing = "GET /nothing/here HTTP/1.1\r\nHost: localhost\r\nAccept: application/json\r\n";

        String answers = RawConnection.exchange(
                port,
                (request + "\r\n" + missing + "\r\n").repeat(300) + request + "Connection: close\r\n\r\n" + missing
                        + "\r\n");

        String statuses = Pattern.compile("HTTP/1\\.1 ([0-9]{3}) ")
                .matcher(answers)
                .results()
                .map(status -> status.group(1))
                .collect(Collectors.joining(" "));
        assertThat(statuses).isEqualTo("200 404 ".repeat(300) + "200");
    }

    /** What stands behind a request whose end two readers may see in two places is no request. */
    public static void nothingIsSmuggled(int port) {
        String smuggled = "0\r\n\r\nGET /smuggled HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n";
        for (String framing : List.of(
                "1.1\r\nTransfer-Encoding: xchunked",
                "1.1\r\nTransfer-Encoding: xchunked\r\nContent-Length: 5",
                "1.1\r\nTransfer-Encoding: identity\r\nContent-Length: 5",
                "1.1\r\nTransfer-Encoding: chunked, identity",
                "1.0\r\nConnection: keep-alive\r\nTransfer-Encoding: chunked")) {
            assertThat(RawConnection.exchange(port, "POST / HTTP/" + framing + "\r\nHost: a\r\n\r\n" + smuggled))
                    .as(framing)
                    .matches("(?s)HTTP/1\\.[01] 400 .*")
                    .containsOnlyOnce("HTTP/1.");
        }
        assertThat(RawConnection.exchange(
                        port,
                        "POST / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\nContent-Length: 5\r\n\r\n"
                                + smuggled))
                .containsOnlyOnce("HTTP/1.")
                .containsIgnoringCase("connection: close");
    }

    private static void atOnce(Runnable... checks) {
        atOnce(Stream.of(checks));
    }

    /** Each of them waits until the service acts: one after the other they take long. */
    private static void atOnce(Stream<Runnable> checks) {
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (Future<?> check : checks.map(threads::submit).toList()) {
                check.get();
            }
        } catch (ExecutionException e) {
            throw new AssertionError("one of several checks: " + e.getCause(), e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError("interrupted", e);
        }
    }

    /** The sum over all series of this name, those that begin with it where it has labels. */
    private static double counted(int managementPort, String name) {
        return RawConnection.exchange(
                        managementPort, "GET /q/metrics HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n")
                .lines()
                .filter(line -> line.startsWith(name))
                .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)))
                .sum();
    }

    /** @param heads request lines and headers of requests that may have a body, up to its length */
    public static void aBodyThatDoesNotComeIsAnsweredAndEnds(int port, String... heads) {
        atOnce(Stream.of(heads).<Runnable>map(head -> () -> aBodyThatDoesNotComeIsAnswered(port, head)));
    }

    private static void aBodyThatDoesNotComeIsAnswered(int port, String head) {
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
                    .containsIgnoringCase(PROBLEM)
                    .containsIgnoringCase("x-content-type-options: nosniff");
        }
        for (String line : List.of(
                "GET /a|b HTTP/1.1",
                "GET /%zz HTTP/1.1",
                "GET / HTTP/9.9",
                "GET / HTTP/1.11",
                "GET /\u00ff HTTP/1.1")) {
            assertThat(RawConnection.exchange(
                            port, line + "\r\nHost: a\r\nAccept: application/json\r\nConnection: close\r\n\r\n"))
                    .as(line)
                    .matches("(?s)HTTP/[19]\\.[0-9]+ [45]0[0-9] .*")
                    .containsIgnoringCase(PROBLEM);
        }
        assertThat(RawConnection.exchange(port, "GET /" + "a".repeat(9000) + " HTTP/1.1\r\nHost: a\r\n\r\n"))
                .contains(" 414 ")
                .containsIgnoringCase(PROBLEM)
                .contains("/problems/unreadable-request");
    }

    public static void aBodyThatCannotBeReadIsAProblem(int port) {
        String head = "POST / HTTP/1.1\r\nHost: a\r\nAccept: application/json\r\nTransfer-Encoding: chunked\r\n\r\n";
        atOnce(Stream.of(
                        "nonsense\r\n",
                        "1;" + "a".repeat(200_000),
                        "0\r\nX-Trailer: " + "a".repeat(200_000),
                        "1\r\nabc\r\n")
                .<Runnable>map(chunks -> () -> assertThat(RawConnection.exchange(port, head + chunks))
                        .startsWith("HTTP/1.1 400 ")
                        .containsIgnoringCase(PROBLEM)
                        .contains("/problems/unreadable-request")));
    }

    /**
     * Health and metrics take questions only, and whoever asks otherwise is not written about in the log.
     *
     * @param held so many connections that some are more than one address may have
     */
    public static void thePortOfHealthIsGuardedToo(int port, int held) {
        List<LogRecord> failures = new CopyOnWriteArrayList<>();
        Handler listener = listener(failures);
        Logger.getLogger("").addHandler(listener);
        try {
            atOnce(
                    () -> headersThatDripAreCutOff(port),
                    () -> anUpgradeToHttp2IsNotTaken(port),
                    () -> nothingIsSmuggled(port),
                    () -> whatCannotBeReadIsRefused(port));
            halfHeadersKeepNobodyOutForLong(port, held);
        } finally {
            Logger.getLogger("").removeHandler(listener);
        }
        assertThat(failures).isEmpty();
    }

    private static void whatCannotBeReadIsRefused(int port) {
        String head = "GET /q/health/live HTTP/1.1\r\n";
        atOnce(Stream.of(
                        head + "\r\n",
                        head + "Host: a b\r\n\r\n",
                        head + "Host: a\r\nHost: a\r\n\r\n",
                        head + "Host: a\r\nContent-Length: 10\r\n\r\na",
                        head + "Host: a\r\nContent-Length: 1000000000\r\n\r\na",
                        head + "Host: a\r\nTransfer-Encoding: chunked\r\n\r\nnonsense\r\n",
                        "GET /q/health/live HTTP/9.9\r\nHost: a\r\n\r\n",
                        "GET /q/health/live HTTP/1.11\r\nHost: a\r\n\r\n")
                .<Runnable>map(request -> () -> assertThat(RawConnection.exchange(port, request))
                        .as(request)
                        .matches("(?s)HTTP/[19]\\.[0-9]+ 400 .*")
                        .containsIgnoringCase(PROBLEM)
                        .containsIgnoringCase("nosniff")));
    }

    private static void halfHeadersKeepNobodyOutForLong(int port, int held) {
        List<RawConnection> halves =
                IntStream.range(0, held).mapToObj(i -> RawConnection.open(port)).toList();
        try {
            halves.getFirst().rest();
        } finally {
            halves.forEach(RawConnection::close);
        }
        assertThat(RawConnection.exchange(
                        port, "GET /q/health/live HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n"))
                .startsWith("HTTP/1.1 200 ");
    }

    /** For what is written with a stack trace. */
    private static Handler listener(List<LogRecord> failures) {
        return new Handler() {
            @Override
            public void publish(LogRecord record) {
                if (record.getThrown() != null) {
                    failures.add(record);
                }
            }

            @Override
            public void flush() {}

            @Override
            public void close() {}
        };
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
