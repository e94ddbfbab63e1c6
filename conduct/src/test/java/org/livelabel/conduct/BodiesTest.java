package org.livelabel.conduct;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.vertx.http.runtime.filters.Filter;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.quarkus.vertx.http.runtime.security.QuarkusHttpUser;
import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfig;
import io.smallrye.config.SmallRyeConfigBuilder;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.core.impl.VertxBuilder;
import io.vertx.core.spi.ExecutorServiceFactory;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.inject.Instance;
import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.livelabel.gates.RawConnection;

class BodiesTest {
    private static final long PATIENCE = 60;

    private final Disk disk = new Disk();
    private final Vertx vertx =
            new VertxBuilder().executorServiceFactory(disk).init().vertx();
    private final AtomicLong nanos = new AtomicLong();
    private final MeterRegistry metrics = new SimpleMeterRegistry();
    /** Small bodies that were received whole and wait for their answer. */
    private final BlockingQueue<RoutingContext> received = new LinkedBlockingQueue<>();

    @TempDir
    Path folder;

    @AfterEach
    void stop() throws Exception {
        disk.comeBack();
        vertx.close().toCompletionStage().toCompletableFuture().get(PATIENCE, TimeUnit.SECONDS);
    }

    @Test
    void whileOurDiskIsWaitedForNobodyIsTooSlow() throws Exception {
        int port = serve(Map.of("livelabel.bodies.large.stretch", "0.004S"));
        disk.hang();
        try (RawConnection client = RawConnection.open(port)) {
            client.send(large("Content-Length: 6") + "abc");
            disk.waitForWork();

            nanos.addAndGet(Duration.ofHours(1).toNanos());
            looks(10);
            disk.comeBack();

            assertThat(client.send("def").until("6 bytes")).startsWith("HTTP/1.1 200 ");
        }
    }

    @Test
    void whoStopsWhileWeReadIsTooSlow() throws Exception {
        int port = serve(Map.of("livelabel.bodies.large.stretch", "0.004S"));
        try (RawConnection client = RawConnection.open(port)) {
            client.send(large("Content-Length: 6\r\nExpect: 100-continue")).until("100 Continue");

            nanos.addAndGet(Duration.ofMillis(4).toNanos());

            assertThat(client.rest()).contains("HTTP/1.1 408 ").contains("/problems/body-too-slow");
        }
    }

    @Test
    void thePlaceOfALargeBodyIsFreeWhenItsFileIsClosedAndNotBefore() throws Exception {
        int port = serve(Map.of("livelabel.bodies.large.overall", "1", "livelabel.bodies.large.limit", "10"));
        String another = large("Content-Length: 3\r\nConnection: close") + "abc";
        try (RawConnection first = RawConnection.open(port)) {
            first.send(large("Transfer-Encoding: chunked") + "5\r\nabcde\r\n");
            disk.waitUntilWritten();
            disk.hang();

            first.send("6\r\nfghijk\r\n").until("/problems/body-too-large");
            String whileItIsOpen = RawConnection.exchange(port, another);
            disk.comeBack();
            String later = RawConnection.exchange(port, another);
            for (int i = 0; i < 10_000 && later.startsWith("HTTP/1.1 503 "); i++) {
                later = RawConnection.exchange(port, another);
            }

            assertThat(whileItIsOpen).startsWith("HTTP/1.1 503 ");
            assertThat(later).startsWith("HTTP/1.1 200 ");
        }
    }

    @Test
    void clientsBehindATrustedProxyHaveEachAShareOfTheMemory() throws Exception {
        int port = serve(Map.of("livelabel.proxies.trusted", "127.0.0.0/8"));
        try (RawConnection first = RawConnection.open(port);
                RawConnection same = RawConnection.open(port);
                RawConnection other = RawConnection.open(port)) {
            first.send(small("198.51.100.1"));
            RoutingContext held = taken();

            String refused = same.send(small("198.51.100.1")).until("\r\n\r\n");
            other.send(small("198.51.100.2"));
            taken().response().end();
            held.response().end();

            assertThat(refused).startsWith("HTTP/1.1 503 ");
            assertThat(other.until("\r\n\r\n")).startsWith("HTTP/1.1 200 ");
            assertThat(first.until("\r\n\r\n")).startsWith("HTTP/1.1 200 ");
        }
    }

    @Test
    void oneSubscriberIsOneClientWhateverAddressItTakes() throws Exception {
        int port = serve(Map.of("livelabel.proxies.trusted", "127.0.0.0/8"));
        try (RawConnection first = RawConnection.open(port);
                RawConnection second = RawConnection.open(port)) {
            first.send(small("2001:db8::1"));
            taken();

            assertThat(second.send(small("2001:db8::2")).until("\r\n\r\n")).startsWith("HTTP/1.1 503 ");
        }
    }

    @Test
    void whoIsNoTrustedProxyCannotSpeakForAnother() throws Exception {
        int port = serve(Map.of("livelabel.proxies.trusted", "192.0.2.0/24"));
        try (RawConnection first = RawConnection.open(port);
                RawConnection second = RawConnection.open(port)) {
            first.send(small("198.51.100.1"));
            taken();

            assertThat(second.send(small("198.51.100.2")).until("\r\n\r\n")).startsWith("HTTP/1.1 503 ");
        }
    }

    private static String large(String headers) {
        return "POST /large HTTP/1.1\r\nHost: a\r\n" + headers + "\r\n\r\n";
    }

    /** More than half of what one client may hold. */
    private static String small(String client) {
        return "POST /small HTTP/1.1\r\nHost: a\r\nX-Forwarded-For: " + client + "\r\nContent-Length: 600\r\n\r\n"
                + "x".repeat(600);
    }

    @Test
    void whatBodiesHoldIsMeasuredUntilTheyAreAnswered() throws Exception {
        int port = serve(Map.of());
        try (RawConnection first = RawConnection.open(port);
                RawConnection second = RawConnection.open(port)) {
            first.send(small("198.51.100.1"));
            RoutingContext held = taken();
            second.send("POST /small HTTP/1.1\r\nHost: a\r\nContent-Length: 3\r\n\r\nabc");
            taken();
            double both = gauge("livelabel.bodies.memory");

            held.response().end();
            first.until("\r\n\r\n");
            first.send("POST /small HTTP/1.1\r\nHost: a\r\nContent-Length: 4\r\n\r\nabcd");
            taken();

            assertThat(both).isEqualTo(603);
            assertThat(gauge("livelabel.bodies.memory")).isEqualTo(7);
            assertThat(gauge("livelabel.bodies.memory.limit")).isEqualTo(8000);
            assertThat(gauge("livelabel.bodies.held", "size", "small")).isEqualTo(2);
        }
    }

    @Test
    void whatIsRefusedIsCountedByTheTypeOfTheProblem() throws Exception {
        int port = serve(Map.of());

        String answer = RawConnection.exchange(port, large("Content-Length: 9999999999\r\nConnection: close"));

        assertThat(answer).startsWith("HTTP/1.1 413 ");
        assertThat(metrics.get("livelabel.refusals")
                        .tag("type", "body-too-large")
                        .counter()
                        .count())
                .isEqualTo(1);
    }

    private double gauge(String name, String... tags) {
        return metrics.get(name).tags(tags).gauge().value();
    }

    private RoutingContext taken() throws InterruptedException {
        RoutingContext context = received.poll(PATIENCE, TimeUnit.SECONDS);
        assertThat(context).as("a body that was received").isNotNull();
        return context;
    }

    /** As often as somebody looks whether a client is too slow. */
    private void looks(int times) throws InterruptedException {
        BlockingQueue<Long> looks = new LinkedBlockingQueue<>();
        long timer = vertx.setPeriodic(4, looks::add);
        for (int i = 0; i < times; i++) {
            looks.poll(PATIENCE, TimeUnit.SECONDS);
        }
        vertx.cancelTimer(timer);
    }

    /** The guard of bodies before two addresses, as somebody who is known. */
    @SuppressWarnings("unchecked")
    private int serve(Map<String, String> changed) throws Exception {
        Map<String, String> settings = new HashMap<>(Map.of(
                "livelabel.bodies.limit", "1000",
                "livelabel.bodies.memory", "8000",
                "livelabel.bodies.large.paths", "/large",
                "livelabel.bodies.large.folder", folder.toString()));
        settings.putAll(changed);
        SmallRyeConfig config = new SmallRyeConfigBuilder()
                .addDiscoveredConverters()
                .withMapping(BodySettings.class)
                .withMapping(ConnectionSettings.class)
                .withMapping(ProxySettings.class)
                .withSources(new PropertiesConfigSource(settings, "test", 100))
                .build();
        Bodies bodies = new Bodies(
                config.getConfigMapping(BodySettings.class),
                config.getConfigMapping(ConnectionSettings.class),
                new Refusals(sayingNo(Instance.class), new RefusalCounter(metrics)),
                new TrustedProxies(config.getConfigMapping(ProxySettings.class)),
                vertx,
                metrics);
        bodies.nanos = nanos::get;
        Filters filters = new Filters();
        bodies.register(filters);

        Router router = Router.router(vertx);
        router.route().handler(context -> {
            // not anonymous
            context.put(QuarkusHttpUser.DEFERRED_IDENTITY_KEY, Uni.createFrom().item(sayingNo(SecurityIdentity.class)));
            context.next();
        });
        filters.getFilters().stream()
                .sorted(Comparator.comparingInt(Filter::getPriority).reversed())
                .forEach(filter -> router.route().handler(filter.getHandler()));
        router.route("/large").handler(context -> {
            BodyFile file = context.get(Bodies.LARGE);
            vertx.executeBlocking(() -> {
                        try (var stream = file.read().orElseThrow()) {
                            return stream.readAllBytes().length;
                        } finally {
                            file.close();
                        }
                    })
                    .onSuccess(length -> context.end(length + " bytes"));
        });
        router.route("/small").handler(received::add);
        HttpServer server = vertx.createHttpServer().requestHandler(request -> {
            request.pause();
            router.handle(request);
        });
        return server.listen(0, "localhost")
                .toCompletionStage()
                .toCompletableFuture()
                .get(PATIENCE, TimeUnit.SECONDS)
                .actualPort();
    }

    private static <T> T sayingNo(Class<T> type) {
        return type.cast(Proxy.newProxyInstance(
                BodiesTest.class.getClassLoader(), new Class<?>[] {type}, (proxy, method, arguments) -> false));
    }

    /** The threads that write bodies to the disk; they may hang. */
    private static final class Disk implements ExecutorServiceFactory {
        private static final int THREADS = 4;

        private final BlockingQueue<Runnable> waiting = new LinkedBlockingQueue<>();
        private final BlockingQueue<Runnable> written = new LinkedBlockingQueue<>();
        private boolean hangs;

        @Override
        public ExecutorService createExecutor(ThreadFactory threads, Integer concurrency, Integer most) {
            return new ThreadPoolExecutor(most, most, 1, TimeUnit.MINUTES, new LinkedBlockingQueue<>(), threads) {
                @Override
                public void execute(Runnable work) {
                    if (most != THREADS || !held(work)) {
                        super.execute(work);
                    }
                }

                @Override
                protected void afterExecute(Runnable work, Throwable failure) {
                    if (most == THREADS) {
                        written.add(work);
                    }
                }
            };
        }

        private synchronized boolean held(Runnable work) {
            return hangs && waiting.add(work);
        }

        synchronized void hang() {
            hangs = true;
        }

        void waitForWork() throws InterruptedException {
            Runnable work = waiting.poll(PATIENCE, TimeUnit.SECONDS);
            assertThat(work).as("something to write").isNotNull();
            waiting.add(work);
        }

        void waitUntilWritten() throws InterruptedException {
            assertThat(written.poll(PATIENCE, TimeUnit.SECONDS))
                    .as("something that was written")
                    .isNotNull();
        }

        synchronized void comeBack() {
            hangs = false;
            for (Runnable work = waiting.poll(); work != null; work = waiting.poll()) {
                Thread.ofPlatform().daemon().start(work);
            }
        }
    }
}
