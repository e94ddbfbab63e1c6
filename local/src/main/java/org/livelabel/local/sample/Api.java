package org.livelabel.local.sample;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/** Calls a service as anybody may, or as a person who has signed in. */
final class Api {
    static final ObjectMapper JSON = new ObjectMapper();

    private final HttpClient http;
    private final URI base;
    private final Optional<Session> session;

    Api(HttpClient http, URI base, Session session) {
        this.http = http;
        this.base = base;
        this.session = Optional.of(session);
    }

    /** As anybody. */
    Api(HttpClient http, URI base) {
        this.http = http;
        this.base = base;
        this.session = Optional.empty();
    }

    JsonNode get(String path) {
        HttpResponse<String> answer = send(request(path).GET().build());
        return json(requireSuccess(path, answer));
    }

    /** Empty if there is no such thing. */
    Optional<JsonNode> find(String path) {
        HttpResponse<String> answer = send(request(path).GET().build());
        return answer.statusCode() == 404 ? Optional.empty() : Optional.of(json(requireSuccess(path, answer)));
    }

    JsonNode post(String path, String idempotencyKey, String mediaType, String body) {
        HttpRequest request = request(path)
                .header("Content-Type", mediaType)
                .header("Idempotency-Key", idempotencyKey)
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build();
        return json(requireSuccess(path, send(request)));
    }

    /** One JSON value a line, of any media type. */
    String text(String path) {
        return requireSuccess(path, send(request(path).GET().build())).body();
    }

    private HttpRequest.Builder request(String path) {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(URI.create(base + path)).timeout(Duration.ofSeconds(60));
        session.ifPresent(person -> request.header("Authorization", "Bearer " + person.accessToken()));
        return request;
    }

    /** A service that has just started may not reach the others yet and says so: that is waited for. */
    private HttpResponse<String> send(HttpRequest request) {
        Waiting waiting = new Waiting(Duration.ofSeconds(90));
        while (true) {
            HttpResponse<String> answer = sendOnce(request);
            if (answer.statusCode() != 503) {
                return answer;
            }
            waiting.pause(request.uri() + " answers 503: " + problem(answer));
        }
    }

    private HttpResponse<String> sendOnce(HttpRequest request) {
        try {
            return http.send(request, HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new SampleDataException(request.uri() + " does not answer: " + e, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new SampleDataException("interrupted", e);
        }
    }

    private HttpResponse<String> requireSuccess(String path, HttpResponse<String> answer) {
        if (answer.statusCode() / 100 != 2) {
            throw new SampleDataException(base + path + " answers " + answer.statusCode() + ": " + problem(answer));
        }
        return answer;
    }

    private static String problem(HttpResponse<String> answer) {
        try {
            JsonNode problem = JSON.readTree(answer.body());
            String violations = StreamSupport.stream(problem.path("violations").spliterator(), false)
                    .map(v -> v.path("field").asText() + " " + v.path("message").asText())
                    .collect(Collectors.joining("; "));
            return problem.path("detail").asText(problem.path("title").asText()) + " " + violations;
        } catch (IOException e) {
            return answer.body();
        }
    }

    private static JsonNode json(HttpResponse<String> answer) {
        try {
            return JSON.readTree(answer.body());
        } catch (IOException e) {
            throw new SampleDataException(answer.uri() + " answers something that is not JSON", e);
        }
    }
}
