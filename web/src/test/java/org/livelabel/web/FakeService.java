package org.livelabel.web;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/** A protocol peer on a free loopback port that can be told to fail. */
public abstract class FakeService implements AutoCloseable {
    static final Answer NOT_FOUND = new Answer(404, Map.of("title", "Not found", "detail", "<b>secret detail</b>"));

    private static final ObjectMapper JSON = new ObjectMapper();

    private final HttpServer server;
    private final AtomicInteger failures = new AtomicInteger();
    private final List<String> tokens = new CopyOnWriteArrayList<>();
    private final List<String> forwarded = new CopyOnWriteArrayList<>();
    private final Queue<Answer> next = new ConcurrentLinkedQueue<>();
    private final AtomicInteger hanging = new AtomicInteger();
    private volatile CountDownLatch hangs = new CountDownLatch(0);

    record Answer(int status, Object body, Map<String, String> headers) {
        Answer(int status, Object body) {
            this(status, body, Map.of());
        }
    }

    FakeService() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.createContext("/", this::handle);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.start();
    }

    abstract Answer answer(HttpExchange exchange, String path, Map<String, String> query);

    public void reset() {
        failures.set(0);
        tokens.clear();
        forwarded.clear();
        next.clear();
        hangs(false);
    }

    public String url() {
        return "http://localhost:" + server.getAddress().getPort();
    }

    /** Answers the next {@code times} requests with 503. */
    public void fails(int times) {
        failures.set(times);
    }

    /** Answers the next request with this. */
    void answersNext(Answer answer) {
        next.add(answer);
    }

    /** Until told otherwise requests are taken and not answered. */
    public void hangs(boolean hanging) {
        hangs.countDown();
        if (hanging) {
            hangs = new CountDownLatch(1);
        }
    }

    /** How many requests were taken and are not answered. */
    public int hanging() {
        return hanging.get();
    }

    /** For whom we were asked, as the header says. */
    public List<String> forwarded() {
        return List.copyOf(forwarded);
    }

    /** The bearer tokens that were presented, in order. */
    public List<String> tokens() {
        return List.copyOf(tokens);
    }

    @Override
    public void close() {
        hangs(false);
        server.stop(0);
    }

    private void handle(HttpExchange exchange) throws IOException {
        String authorization = exchange.getRequestHeaders().getFirst("Authorization");
        if (authorization != null) {
            tokens.add(authorization.replaceFirst("^Bearer ", ""));
        }
        String visitor = exchange.getRequestHeaders().getFirst("X-Forwarded-For");
        if (visitor != null) {
            forwarded.add(visitor);
        }
        hangIfTold();
        Answer told = next.poll();
        Answer answer = told != null
                ? told
                : failures.getAndUpdate(n -> Math.max(0, n - 1)) > 0
                        ? new Answer(503, Map.of("title", "Away"))
                        : answer(exchange, exchange.getRequestURI().getPath(), query(exchange));
        byte[] body = bytes(answer.body());
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        answer.headers().forEach(exchange.getResponseHeaders()::set);
        exchange.sendResponseHeaders(answer.status(), body.length);
        try (var out = exchange.getResponseBody()) {
            out.write(body);
        }
    }

    private void hangIfTold() {
        hanging.incrementAndGet();
        try {
            hangs.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            hanging.decrementAndGet();
        }
    }

    private static byte[] bytes(Object body) {
        try {
            return JSON.writeValueAsBytes(body);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Map<String, String> query(HttpExchange exchange) {
        Map<String, String> fields = new LinkedHashMap<>();
        String raw = exchange.getRequestURI().getRawQuery();
        for (String field : raw == null ? new String[0] : raw.split("&")) {
            String[] parts = field.split("=", 2);
            fields.put(parts[0], URLDecoder.decode(parts[1], StandardCharsets.UTF_8));
        }
        return fields;
    }
}
