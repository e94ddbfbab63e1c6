package org.livelabel.bench;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.livelabel.local.keycloak.SignIn;
import org.livelabel.local.stack.PrintedProgress;
import org.livelabel.local.stack.ServiceName;
import org.livelabel.local.stack.Stack;
import org.livelabel.local.stack.StackOptions;

/**
 * Whether public reads go on while somebody strains registry-service: with bodies that never arrive, with thousands of idle
 * long polls, with an account-service that hangs. The limit beside each figure is the same reading with nothing else going on.
 */
final class Availability {
    private static final int SECONDS = 15;
    private static final int READERS = 4;
    private static final int SLOW_BODIES = 230;
    private static final int POLLS = 5_000;
    /** Connections come from many addresses, as they would: no address may hold many. */
    private static final int PER_ADDRESS = 50;

    private static final int MEMBERS = 60;

    private final Stack stack;
    private final String gtin;
    private final String product;
    private double calm;

    private Availability(Stack stack) throws IOException {
        this.stack = stack;
        String page = text(exchange(null, get("/v1/products?limit=200"), Duration.ofSeconds(30)));
        int at = page.indexOf("\"gtins\":[\"");
        this.gtin = page.substring(at + 10, at + 24);
        int id = page.indexOf("\"id\":\"");
        this.product = page.substring(id + 6, id + 42);
    }

    public static void main(String... arguments) throws Exception {
        Path repository =
                Path.of(System.getProperty("livelabel.repository", ".")).toRealPath();
        Path data = Files.createTempDirectory("livelabel-bench");
        try (Stack stack = Stack.start(
                StackOptions.aside(repository, data),
                new PrintedProgress(System.out, false, System::nanoTime, Duration.ZERO))) {
            stack.stopService(ServiceName.WEB);
            stack.stopService(ServiceName.LABEL);
            new Availability(stack).measure();
        }
    }

    private void measure() throws Exception {
        System.out.printf(
                "%nreads of one product by GTIN, %d readers, %d s each; health is asked once a second%n",
                READERS, SECONDS);
        System.out.printf(
                "%-44s %9s %8s %8s %9s %7s %16s%n",
                "while", "reads/s", "p50 ms", "p99 ms", "no answer", "ratio", "health max ms");
        read("warm-up", false);
        read("warm-up", false);
        calm = read("nothing else goes on", true);
        slowBodies();
        read("nothing else goes on, again", true);
        idlePolls();
        // until the last abandoned poll has run out
        read("in between", false);
        read("nothing else goes on, once more", true);
        hangingAccountService();
        read("nothing else goes on, at the end", true);
    }

    private void slowBodies() throws Exception {
        AtomicInteger open = new AtomicInteger();
        strain(
                SLOW_BODIES,
                n -> {
                    try (Socket socket = connect(source(n))) {
                        socket.getOutputStream()
                                .write(
                                        ("POST /v1/products:lookup HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n"
                                                        + "Content-Length: 1000\r\n\r\n{\"gt")
                                                .getBytes(StandardCharsets.US_ASCII));
                        open.incrementAndGet();
                        socket.setSoTimeout(90_000);
                        while (socket.getInputStream().read() >= 0) {}
                    } finally {
                        open.decrementAndGet();
                    }
                },
                () -> read(SLOW_BODIES + " bodies of which four bytes come", true));
    }

    private void idlePolls() throws Exception {
        AtomicInteger refused = new AtomicInteger();
        AtomicInteger answered = new AtomicInteger();
        String poll = get("/v1/feed?lastEventId=" + lastIndex() + "&timeout=30000");
        strain(
                POLLS,
                n -> {
                    byte[] answer = exchange(source(n), poll, Duration.ofSeconds(60));
                    answered.incrementAndGet();
                    if (!text(answer).startsWith("HTTP/1.1 200")) {
                        refused.incrementAndGet();
                    }
                },
                () -> read(POLLS + " idle polls of the feed", true));
        System.out.printf("    polls answered meanwhile %d, other than 200: %d%n", answered.get(), refused.get());
    }

    private void hangingAccountService() throws Exception {
        String token = new SignIn(stack.addresses().realm(), Clock.systemUTC())
                .signIn(stack.people().publisher().account())
                .accessToken();
        // a draft is looked up before it is known whose it is
        String own = get("/v1/products/" + product + "/draft")
                .replace("\r\n\r\n", "\r\nAuthorization: Bearer " + token + "\r\n\r\n");
        signal("-STOP");
        try {
            strain(
                    MEMBERS,
                    n -> exchange(null, own, Duration.ofSeconds(60)),
                    () -> read(MEMBERS + " members ask, account-service hangs", true));
        } finally {
            signal("-CONT");
        }
    }

    private void signal(String signal) throws IOException, InterruptedException {
        new ProcessBuilder("kill", signal, String.valueOf(stack.pid(ServiceName.ACCOUNT)))
                .start()
                .waitFor();
    }

    private long lastIndex() throws IOException {
        long last = -1;
        while (true) {
            String page = text(
                    exchange(null, get("/v1/feed?lastEventId=" + (last < 0 ? "0" : last)), Duration.ofSeconds(30)));
            int count = page.split("\"specversion\"", -1).length - 1;
            if (count == 0) {
                return last;
            }
            last = (last < 0 ? 0 : last) + count;
        }
    }

    /** Keeps that many clients busy with it, each again as soon as it ends, while something is measured. */
    private static void strain(int clients, Work work, Measured measured) throws Exception {
        ExecutorService pool = Executors.newVirtualThreadPerTaskExecutor();
        try {
            for (int i = 0; i < clients; i++) {
                int n = i;
                pool.submit(() -> {
                    while (!Thread.currentThread().isInterrupted()) {
                        try {
                            work.once(n);
                        } catch (IOException e) {
                            // it was cut off: the next one tries again, not at once
                            Thread.sleep(200);
                        }
                    }
                    return null;
                });
            }
            Thread.sleep(5_000);
            measured.run();
        } finally {
            pool.shutdownNow();
            pool.awaitTermination(10, TimeUnit.SECONDS);
        }
    }

    /** @return reads a second */
    private double read(String during, boolean printed) throws Exception {
        List<Double> millis = Collections.synchronizedList(new ArrayList<>());
        AtomicInteger unanswered = new AtomicInteger();
        List<Double> health = Collections.synchronizedList(new ArrayList<>());
        long until = System.nanoTime() + TimeUnit.SECONDS.toNanos(SECONDS);
        try (var pool = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < READERS; i++) {
                pool.submit(() -> {
                    while (System.nanoTime() < until) {
                        millis.add(timed(unanswered, "/v1/products/by-gtin/" + gtin));
                    }
                });
            }
            pool.submit(() -> {
                while (System.nanoTime() < until) {
                    health.add(timed(new AtomicInteger(), null));
                    Thread.sleep(1_000);
                }
                return null;
            });
        }
        int answers = millis.size() - unanswered.get();
        Figures figures = Figures.of(millis, SECONDS);
        double perSecond = answers / (double) SECONDS;
        if (printed) {
            System.out.printf(
                    "%-44s %9.0f %8.1f %8.1f %9d %7s %16.0f%n",
                    during,
                    perSecond,
                    figures.p50(),
                    figures.p99(),
                    unanswered.get(),
                    calm == 0 ? "" : "%.2f".formatted(perSecond / calm),
                    Collections.max(health));
        }
        return perSecond;
    }

    /** Milliseconds until the answer; who gets none within ten seconds, or another than 200, waited so long and is counted. */
    private double timed(AtomicInteger unanswered, @Nullable String path) {
        long before = System.nanoTime();
        try {
            byte[] answer = path == null
                    ? exchange(health(), null, get("/q/health/ready"), Duration.ofSeconds(10))
                    : exchange(null, get(path), Duration.ofSeconds(10));
            if (!text(answer).startsWith("HTTP/1.1 200")) {
                unanswered.incrementAndGet();
            }
        } catch (IOException e) {
            unanswered.incrementAndGet();
        }
        return (System.nanoTime() - before) / 1e6;
    }

    private URI health() {
        return stack.health(ServiceName.REGISTRY);
    }

    private static String get(String path) {
        return "GET " + path + " HTTP/1.1\r\nHost: localhost\r\nAccept: */*\r\nConnection: close\r\n\r\n";
    }

    private byte[] exchange(@Nullable InetAddress from, String request, Duration patience) throws IOException {
        return exchange(stack.addresses().registry(), from, request, patience);
    }

    private static byte[] exchange(URI service, @Nullable InetAddress from, String request, Duration patience)
            throws IOException {
        try (Socket socket = connect(service, from)) {
            socket.setSoTimeout((int) patience.toMillis());
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            InputStream in = socket.getInputStream();
            byte[] answer = in.readAllBytes();
            if (answer.length == 0) {
                throw new IOException("closed without an answer");
            }
            return answer;
        }
    }

    private Socket connect(@Nullable InetAddress from) throws IOException {
        return connect(stack.addresses().registry(), from);
    }

    private static Socket connect(URI service, @Nullable InetAddress from) throws IOException {
        Socket socket = new Socket();
        if (from != null) {
            socket.bind(new InetSocketAddress(from, 0));
        }
        socket.connect(new InetSocketAddress("127.0.0.1", service.getPort()), 10_000);
        return socket;
    }

    /** An address of this machine's loopback network. */
    private static InetAddress source(int client) throws IOException {
        int n = client / PER_ADDRESS;
        return InetAddress.getByAddress(new byte[] {127, 0, (byte) (1 + n / 250), (byte) (1 + n % 250)});
    }

    private static String text(byte[] answer) {
        return new String(answer, StandardCharsets.UTF_8);
    }

    private interface Work {
        void once(int client) throws IOException, InterruptedException;
    }

    private interface Measured {
        void run() throws Exception;
    }
}
