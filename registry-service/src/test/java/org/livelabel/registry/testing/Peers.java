package org.livelabel.registry.testing;

import com.sun.net.httpserver.HttpServer;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.livelabel.issuer.TestIssuer;
import org.livelabel.issuer.TestToken;
import org.livelabel.postgres.Database;

/** What stands around the service in tests: a PostgreSQL server, a token issuer, and account-service's one answer. */
public class Peers implements QuarkusTestResourceLifecycleManager {
    private static final Map<String, String> MEMBERSHIPS = new ConcurrentHashMap<>();
    private static final AtomicInteger WAITING = new AtomicInteger();
    /** When questions came since account-service hangs, in nanoseconds. */
    private static final Queue<Long> ASKED_AT = new ConcurrentLinkedQueue<>();

    private static final Map<String, Instant> ENDED_SESSIONS = new ConcurrentHashMap<>();
    private static final List<String> TOKENS = new CopyOnWriteArrayList<>();
    private static final AtomicInteger REFUSALS = new AtomicInteger();
    private static volatile boolean accountServiceDown;
    private static volatile CountDownLatch answering = new CountDownLatch(0);
    private static TestIssuer issuer;
    private static Database database;

    private HttpServer accounts;

    @Override
    public Map<String, String> start() {
        database = Database.forTests("registry");
        issuer = TestIssuer.start();
        accounts = accountService();
        return Map.ofEntries(
                Map.entry("livelabel.database.url", database.jdbcUrl()),
                Map.entry("quarkus.flyway.username", database.owner().user()),
                Map.entry("quarkus.flyway.password", database.owner().password()),
                Map.entry("livelabel.database.user", database.application().user()),
                Map.entry("livelabel.database.password", database.application().password()),
                Map.entry("livelabel.identity.url", issuer.url()),
                Map.entry("livelabel.identity.client-secret", "not-checked-by-the-test-issuer"),
                Map.entry(
                        "livelabel.account-url",
                        "http://localhost:" + accounts.getAddress().getPort()),
                Map.entry("livelabel.public-url", "https://registry.test"),
                Map.entry("livelabel.label-url", "https://label.test"),
                Map.entry("livelabel.origin", "registry.test/log"));
    }

    @Override
    public void stop() {
        accounts.stop(0);
        issuer.close();
    }

    /** Makes a person a member of one organisation. */
    public static void member(String subject, String organisation, String kind, boolean verified, String... roles) {
        String list = roles.length == 0 ? "" : "\"" + String.join("\",\"", roles) + "\"";
        MEMBERSHIPS.put(
                subject,
                "{\"id\":\"%s\",\"kind\":\"%s\",\"verified\":%s,\"suspended\":false,\"roles\":[%s]}"
                        .formatted(organisation, kind, verified, list));
    }

    public static void accountServiceDown(boolean down) {
        accountServiceDown = down;
    }

    /** Ends all sessions of a person that were begun before a moment. */
    public static void endSessions(String subject, Instant moment) {
        ENDED_SESSIONS.put(subject, moment);
    }

    /** From now on account-service takes questions and does not answer, until {@link #accountServiceAnswers}. */
    public static void accountServiceHangs() {
        ASKED_AT.clear();
        answering = new CountDownLatch(1);
    }

    public static void accountServiceAnswers() {
        answering.countDown();
    }

    /** How many questions account-service has taken and not answered. */
    public static int unanswered() {
        return WAITING.get();
    }

    /**
     * The most questions that came within a time since account-service hangs. Who asks gives up some day, and then others ask;
     * so of those that are asked at once only a time tells that is shorter than that.
     */
    public static int mostAskedWithin(Duration time) {
        List<Long> asked = ASKED_AT.stream().sorted().toList();
        int most = 0;
        for (int from = 0, to = 0; to < asked.size(); to++) {
            while (asked.get(to) - asked.get(from) > time.toNanos()) {
                from++;
            }
            most = Math.max(most, to - from + 1);
        }
        return most;
    }

    /** account-service answers the next requests with 401, as if our own token had just run out. */
    public static void accountServiceRefuses(int times) {
        REFUSALS.set(times);
    }

    /** What was presented to account-service so far, oldest first. */
    public static List<String> tokensPresented() {
        return List.copyOf(TOKENS);
    }

    /** The identity server takes the next requests for tokens and never answers them. */
    public static void identityServerKeepsSilent(int times) {
        issuer.keepsSilent(times);
    }

    /** The identity server takes requests for its keys and does not answer them. */
    public static void identityServerKeepsKeys(boolean keeps) {
        issuer.keepsKeys(keeps);
    }

    /** How many requests for keys were never answered. */
    public static int waitingForKeys() {
        return issuer.waitingForKeys();
    }

    public static TestToken token() {
        return issuer.token();
    }

    public static TestToken forgedToken() {
        return issuer.forgedToken();
    }

    public static Database database() {
        return database;
    }

    private static HttpServer accountService() {
        try {
            HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            server.createContext("/internal/authorizations", exchange -> {
                WAITING.incrementAndGet();
                ASKED_AT.add(System.nanoTime());
                try {
                    answering.await();
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                } finally {
                    WAITING.decrementAndGet();
                }
                String subject = exchange.getRequestURI().getQuery().substring("subject=".length());
                TOKENS.add(String.valueOf(exchange.getRequestHeaders().getFirst("Authorization")));
                Instant ended = ENDED_SESSIONS.get(subject);
                byte[] body = ("{\"subject\":\"" + subject + "\","
                                + (ended == null ? "" : "\"signed_in_after\":\"" + ended + "\",")
                                + "\"organisations\":[" + MEMBERSHIPS.getOrDefault(subject, "") + "]}")
                        .getBytes(StandardCharsets.UTF_8);
                boolean refused = REFUSALS.getAndUpdate(n -> Math.max(0, n - 1)) > 0;
                exchange.getResponseHeaders().set("Content-Type", "application/json");
                exchange.sendResponseHeaders(accountServiceDown ? 503 : refused ? 401 : 200, body.length);
                try (var out = exchange.getResponseBody()) {
                    out.write(body);
                }
            });
            server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
            server.start();
            return server;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
