package org.livelabel.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.UUID;
import org.livelabel.local.stack.Addresses;

/** The requests of a publisher, over HTTP as anybody sends them. */
final class Api {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final HttpClient http = HttpClient.newHttpClient();
    private final Addresses addresses;
    private final String token;

    Api(Addresses addresses, String token) {
        this.addresses = addresses;
        this.token = token;
    }

    static String draft(String name, String end) {
        return "{\"identity\":{\"name\":\"" + name + "\",\"device_group\":\"other\",\"category\":\"sensor\"},"
                + "\"support\":{\"kind\":\"fixed_date\",\"end_of_security_support\":\"" + end
                + "\",\"provenance\":{\"basis\":\"statement\",\"asserted_on\":\"2026-01-01\"}}}";
    }

    String create(String organisation) throws IOException, InterruptedException {
        return send(request("/v1/products")
                        .header("Content-Type", "application/json")
                        .POST(HttpRequest.BodyPublishers.ofString("{\"publisher\":\"" + organisation + "\"}")))
                .get("id")
                .asText();
    }

    void write(String product, String draft) throws IOException, InterruptedException {
        send(request("/v1/products/" + product + "/draft")
                .header("Content-Type", "application/json")
                .header("If-Match", "\"draft-0\"")
                .PUT(HttpRequest.BodyPublishers.ofString(draft)));
    }

    JsonNode publish(String product) throws IOException, InterruptedException {
        return send(request("/v1/products/" + product + "/draft:publish")
                .header("If-Match", "\"draft-1\"")
                .POST(HttpRequest.BodyPublishers.noBody()));
    }

    void importAndWait(String organisation, String file) throws IOException, InterruptedException {
        String id = send(request("/v1/imports?publish=true&publisher=" + organisation)
                        .header("Content-Type", "application/x-ndjson")
                        .POST(HttpRequest.BodyPublishers.ofString(file)))
                .get("id")
                .asText();
        JsonNode status = send(request("/v1/imports/" + id).GET());
        while (!status.get("state").asText().equals("finished")) {
            Thread.sleep(50);
            status = send(request("/v1/imports/" + id).GET());
        }
        if (status.at("/counts/published").asLong() != status.get("total").asLong()) {
            throw new IllegalStateException(status.toString());
        }
    }

    boolean labelIsThere(String code) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create(addresses.label() + "/l/" + code))
                .build();
        return http.send(request, HttpResponse.BodyHandlers.discarding()).statusCode() == 200;
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(addresses.registry() + path))
                .header("Authorization", "Bearer " + token)
                .header("Idempotency-Key", UUID.randomUUID().toString());
    }

    private JsonNode send(HttpRequest.Builder request) throws IOException, InterruptedException {
        HttpResponse<String> response = http.send(request.build(), HttpResponse.BodyHandlers.ofString());
        if (response.statusCode() >= 300) {
            throw new IllegalStateException(response.statusCode() + ": " + response.body());
        }
        return response.body().isEmpty() ? JSON.createObjectNode() : JSON.readTree(response.body());
    }
}
