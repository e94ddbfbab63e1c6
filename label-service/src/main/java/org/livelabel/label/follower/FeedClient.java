package org.livelabel.label.follower;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.livelabel.conduct.Sha256;
import org.livelabel.label.projection.Entry;

/** Reads the registry's feed (HTTP Feeds over CloudEvents batches) and the documents that its entries name. */
final class FeedClient implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final int DOCUMENTS_AT_A_TIME = 16;

    private final URI registry;
    private final ObjectMapper mapper;
    private final HttpClient http;
    private final ExecutorService fetching;

    FeedClient(URI registry, ObjectMapper mapper) {
        this.registry = registry;
        this.mapper = mapper;
        this.http = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(PATIENCE)
                .build();
        this.fetching = Executors.newFixedThreadPool(
                DOCUMENTS_AT_A_TIME, Thread.ofVirtual().name("document-", 0).factory());
    }

    /**
     * The next entries, oldest first; none if there was none within {@code wait}.
     *
     * @param last the last index that is known, -1 for the start of the log
     * @throws IOException if the registry cannot be reached; it may answer later
     * @throws FeedBrokenException if what it answers is not a feed
     */
    List<Entry> after(long last, Duration wait) throws IOException, InterruptedException {
        String from = last < 0 ? "" : "lastEventId=%012d&".formatted(last);
        HttpResponse<byte[]> response = get("/v1/feed?" + from + "timeout=" + wait.toMillis(), PATIENCE.plus(wait));
        if (response.statusCode() != 200) {
            throw new IOException("the feed answers " + response.statusCode());
        }
        JsonNode batch = mapper.readTree(response.body());
        if (!batch.isArray()) {
            throw new IOException("the feed answers something that is not a batch");
        }
        List<Entry> entries = new ArrayList<>(batch.size());
        for (JsonNode event : batch) {
            entries.add(entry(event));
        }
        return entries;
    }

    /**
     * The bytes of each document, checked against its digest; empty for one that the registry withholds (451).
     *
     * @throws IOException if any of them is not to be had now
     */
    Map<String, Optional<byte[]>> documents(Collection<String> digests) throws IOException, InterruptedException {
        List<String> wanted = List.copyOf(digests);
        List<Callable<Optional<byte[]>>> tasks = new ArrayList<>();
        for (String digest : wanted) {
            tasks.add(() -> document(digest));
        }
        List<Future<Optional<byte[]>>> answers = fetching.invokeAll(tasks);
        Map<String, Optional<byte[]>> documents = new HashMap<>();
        for (int i = 0; i < wanted.size(); i++) {
            try {
                documents.put(wanted.get(i), answers.get(i).get());
            } catch (ExecutionException e) {
                throw new IOException("document " + wanted.get(i) + ": " + e.getCause(), e);
            }
        }
        return documents;
    }

    @Override
    public void close() {
        fetching.shutdownNow();
        http.shutdownNow();
    }

    private Optional<byte[]> document(String digest) throws IOException, InterruptedException {
        HttpResponse<byte[]> response = get("/v1/blobs/" + digest, PATIENCE.multipliedBy(4));
        if (response.statusCode() == 451) {
            return Optional.empty();
        }
        if (response.statusCode() != 200) {
            throw new IOException("answered with " + response.statusCode());
        }
        if (!Sha256.of(response.body()).equals(digest)) {
            throw new IOException("its bytes do not have this digest");
        }
        return Optional.of(response.body());
    }

    private HttpResponse<byte[]> get(String path, Duration timeout) throws IOException, InterruptedException {
        String base = registry.toString();
        URI address = URI.create((base.endsWith("/") ? base.substring(0, base.length() - 1) : base) + path);
        HttpRequest request = HttpRequest.newBuilder(address)
                .timeout(timeout)
                .header("Accept", "application/cloudevents-batch+json, application/json")
                .build();
        // the request's own time ends with the first line of the answer; an answer may stop in its middle
        CompletableFuture<HttpResponse<byte[]>> answer =
                http.sendAsync(request, HttpResponse.BodyHandlers.ofByteArray());
        try {
            return answer.get(timeout.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException e) {
            throw e.getCause() instanceof IOException cause ? cause : new IOException(e.getCause());
        } catch (TimeoutException e) {
            throw new IOException("no whole answer within " + timeout, e);
        } finally {
            answer.cancel(true);
        }
    }

    private static Entry entry(JsonNode event) {
        try {
            String id = event.path("id").asText();
            if (!id.matches("[0-9]{12}")) {
                throw new FeedBrokenException("an entry's id is not a log index: " + id);
            }
            return new Entry(
                    Long.parseLong(id),
                    event.path("source").asText(),
                    event.path("type").asText(),
                    event.path("subject").asText(),
                    Instant.parse(event.path("time").asText()),
                    UUID.fromString(event.path("manufacturer").asText()),
                    UUID.fromString(event.path("publisher").asText()),
                    event.path("data"));
        } catch (DateTimeException | IllegalArgumentException e) {
            throw new FeedBrokenException(
                    "entry " + event.path("id").asText() + " is not what the log's format says: " + e.getMessage(), e);
        }
    }
}
