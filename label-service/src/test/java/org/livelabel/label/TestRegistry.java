package org.livelabel.label;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/** The other side of the feed: a log over HTTP, byte for byte as docs/log-format.md says. Ids follow from the index. */
public final class TestRegistry implements AutoCloseable {
    public static final UUID MAKER = UUID.fromString("00000000-0000-4000-8000-0000000000a1");
    public static final UUID OPERATOR = UUID.fromString("00000000-0000-4000-8000-0000000000b2");
    public static final UUID OTHER_MAKER = UUID.fromString("00000000-0000-4000-8000-0000000000c3");

    private static final int PAGE = 256;

    private final ObjectMapper mapper = new ObjectMapper();
    private final HttpServer server;
    private final List<Stored> entries = new ArrayList<>();
    private final Map<String, byte[]> blobs = new ConcurrentHashMap<>();
    private final Set<String> withheld = new HashSet<>();

    private record Stored(long index, byte[] bytes) {}

    private String origin = "test-log.livelabel.example";
    private long nextIndex;
    private volatile boolean down;
    private final AtomicInteger stalls = new AtomicInteger();
    private final CountDownLatch closed = new CountDownLatch(1);

    public TestRegistry() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/v1/feed", this::feed);
        server.createContext("/v1/blobs/", this::blob);
        server.createContext("/v1/export/products.ndjson.gz", this::export);
        server.start();
    }

    public URI address() {
        return URI.create("http://localhost:" + server.getAddress().getPort());
    }

    /** Forgets everything and begins again with the three organisations that the tests use. */
    public synchronized void reset() {
        entries.clear();
        blobs.clear();
        withheld.clear();
        origin = "test-log.livelabel.example";
        nextIndex = 0;
        down = false;
        organisation(MAKER, "manufacturer", "Halden Home", "https://halden.example/help");
        organisation(OPERATOR, "operator", "Sample data", null);
        organisation(OTHER_MAKER, "manufacturer", "Google", null);
    }

    /** Holds a log that was written elsewhere, and nothing else. */
    public synchronized void hold(List<byte[]> log, Map<String, byte[]> documents, Set<String> withheldDocuments) {
        entries.clear();
        log.forEach(entry -> entries.add(new Stored(entries.size(), entry)));
        nextIndex = log.size();
        blobs.clear();
        blobs.putAll(documents);
        withheld.clear();
        withheld.addAll(withheldDocuments);
        notifyAll();
    }

    public synchronized long lastIndex() {
        return nextIndex - 1;
    }

    public void goDown(boolean isDown) {
        down = isDown;
    }

    /** The next answers to the feed stop in their middle, and the connection stays open. */
    public void stallsInTheMiddle(int times) {
        stalls.set(times);
    }

    /** The next entry gets a number that leaves one out. */
    public synchronized void loseAnEntry() {
        nextIndex++;
    }

    public synchronized void changeOrigin(String newOrigin) {
        origin = newOrigin;
    }

    public synchronized void withhold(String sha256) {
        withheld.add(sha256);
    }

    public void organisation(UUID id, String kind, String name, String contact) {
        ObjectNode document = mapper.createObjectNode().put("name", name);
        if (contact != null) {
            document.put("contact", contact);
        }
        append("organisation.registered", "organisations/" + id, id, id, """
                {"kind":"%s","verified":true,"suspended":false}""".formatted(kind), document.toString());
    }

    /** A product that its maker published. */
    public UUID product(String code, String name, String category) {
        return product(code, name, category, MAKER, MAKER);
    }

    public UUID product(String code, String name, String category, UUID manufacturer, UUID publisher) {
        UUID id = UUID.nameUUIDFromBytes(code.getBytes(StandardCharsets.UTF_8));
        append(
                "product.registered",
                "products/" + id,
                manufacturer,
                publisher,
                """
                {"label_code":"%s","device_group":"other","category":"%s"}""".formatted(code, category),
                mapper.createObjectNode()
                        .put("name", name)
                        .put("model", "HV2-E")
                        .toString());
        return id;
    }

    public void gtins(UUID product, String... gtins) {
        String list = "[\"" + String.join("\",\"", gtins) + "\"]";
        append(
                "gtins.changed",
                "products/" + product,
                MAKER,
                MAKER,
                "{\"taken\":" + list + ",\"released\":[],\"gtins\":" + list + "}",
                null);
    }

    /** @param terms the members of the entry beside effective_on and document */
    public String support(UUID product, String terms, String document) {
        return append("support.committed", "products/" + product, MAKER, MAKER, terms, document);
    }

    public String copiedSupport(UUID product, String terms, String document) {
        return append("support.committed", "products/" + product, OTHER_MAKER, OPERATOR, terms, document);
    }

    public String disclosure(UUID product, String document) {
        return append("disclosure.published", "products/" + product, MAKER, MAKER, "{\"version\":1}", document);
    }

    /** Withholds it and says so in the log. */
    public void withholdPublicly(String sha256) {
        withhold(sha256);
        append("content.withheld", "blobs/" + sha256, OPERATOR, OPERATOR, "{\"reason\":\"personal_data\"}", null);
    }

    /** What an operator does to a product of the maker, for a reason. */
    public String operate(String type, UUID product, UUID manufacturer, String data, String reason) {
        return append(
                type,
                "products/" + product,
                manufacturer,
                OPERATOR,
                data,
                reason == null ? null : "{\"reason\":{\"en\":\"" + reason + "\"}}");
    }

    public void withdraw(UUID product, String reason) {
        append(
                "product.withdrawn",
                "products/" + product,
                MAKER,
                MAKER,
                "{}",
                "{\"reason\":{\"en\":\"" + reason + "\"}}");
    }

    /** @return the digest of the document, if there is one */
    public synchronized String append(
            String type, String subject, UUID manufacturer, UUID publisher, String data, String document) {
        try {
            ObjectNode body = mapper.createObjectNode().put("effective_on", "2026-05-12");
            body.setAll((ObjectNode) mapper.readTree(data));
            String digest = null;
            if (document != null) {
                byte[] bytes = document.getBytes(StandardCharsets.UTF_8);
                digest = HexFormat.of()
                        .formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
                blobs.put(digest, bytes);
                body.putObject("document")
                        .put("sha256", digest)
                        .put("media_type", "application/json")
                        .put("size", bytes.length);
            }
            ObjectNode event = mapper.createObjectNode()
                    .put("specversion", "1.0")
                    .put("id", "%012d".formatted(nextIndex))
                    .put("source", origin)
                    .put("type", "org.livelabel." + type + ".v1")
                    .put("subject", subject)
                    .put("time", "2026-05-12T08:00:00.%06dZ".formatted(nextIndex))
                    .put("datacontenttype", "application/json")
                    .put("dataschema", "https://livelabel.org/schemas/" + type + "/1")
                    .put("publicationid", new UUID(7, nextIndex).toString())
                    .put("manufacturer", manufacturer.toString())
                    .put("publisher", publisher.toString());
            event.set("data", body);
            entries.add(new Stored(nextIndex, mapper.writeValueAsBytes(event)));
            nextIndex++;
            notifyAll();
            return digest;
        } catch (IOException | NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        closed.countDown();
        server.stop(0);
    }

    private void feed(HttpExchange exchange) throws IOException {
        String query = exchange.getRequestURI().getQuery();
        long last = number(query, "lastEventId", -1);
        if (stalls.getAndUpdate(n -> Math.max(0, n - 1)) > 0) {
            stall(exchange);
            return;
        }
        byte[] body = down ? null : batch(last, number(query, "timeout", 0));
        if (body == null) {
            answer(exchange, 503, "application/problem+json", "{}".getBytes(StandardCharsets.UTF_8));
        } else {
            answer(exchange, 200, "application/cloudevents-batch+json", body);
        }
    }

    private void stall(HttpExchange exchange) throws IOException {
        exchange.sendResponseHeaders(200, 1000);
        exchange.getResponseBody().write('[');
        exchange.getResponseBody().flush();
        try {
            closed.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private synchronized byte[] batch(long last, long wait) {
        long deadline = System.nanoTime() + wait * 1_000_000;
        while (after(last).isEmpty()) {
            long left = (deadline - System.nanoTime()) / 1_000_000;
            if (left <= 0 || down) {
                return down ? null : "[]".getBytes(StandardCharsets.UTF_8);
            }
            try {
                wait(left);
            } catch (InterruptedException e) {
                return null;
            }
        }
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        String comma = "[";
        for (Stored entry : after(last)) {
            out.writeBytes(comma.getBytes(StandardCharsets.UTF_8));
            out.writeBytes(entry.bytes());
            comma = ",";
        }
        out.write(']');
        return out.toByteArray();
    }

    private List<Stored> after(long last) {
        // a lost entry leaves an index out, so the place in the list is at most the index
        int from = (int) Math.min(Math.max(last - 8, 0), entries.size());
        return entries.subList(from, entries.size()).stream()
                .filter(e -> e.index() > last)
                .limit(PAGE)
                .toList();
    }

    private void blob(HttpExchange exchange) throws IOException {
        String digest = exchange.getRequestURI().getPath().substring("/v1/blobs/".length());
        byte[] bytes = blobs.get(digest);
        if (withheld.contains(digest)) {
            answer(exchange, 451, "application/problem+json", "{}".getBytes(StandardCharsets.UTF_8));
        } else if (down || bytes == null) {
            answer(exchange, down ? 503 : 404, "application/problem+json", "{}".getBytes(StandardCharsets.UTF_8));
        } else {
            answer(exchange, 200, "application/json", bytes);
        }
    }

    /** Only how far the log goes, to a question for the header. */
    private void export(HttpExchange exchange) throws IOException {
        if (!down) {
            exchange.getResponseHeaders().add("LiveLabel-Log-Index", String.valueOf(lastIndex()));
        }
        exchange.sendResponseHeaders(down ? 503 : 200, -1);
        exchange.close();
    }

    private static long number(String query, String name, long standard) {
        for (String pair : (query == null ? "" : query).split("&")) {
            if (pair.startsWith(name + "=")) {
                return Long.parseLong(pair.substring(name.length() + 1));
            }
        }
        return standard;
    }

    private static void answer(HttpExchange exchange, int status, String type, byte[] body) throws IOException {
        exchange.getResponseHeaders().add("Content-Type", type);
        exchange.sendResponseHeaders(status, body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }
}
