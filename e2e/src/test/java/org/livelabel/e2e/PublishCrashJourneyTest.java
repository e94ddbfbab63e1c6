package org.livelabel.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.UncheckedIOException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.livelabel.local.stack.ServiceName;

/** registry-service dies while people publish. */
@ExtendWith(World.Extension.class)
class PublishCrashJourneyTest {
    private static final int PRODUCTS = 60;
    private static final int AT_ONCE = 6;

    @Test
    void whatIsPublishedWhileTheServiceIsKilledIsThereWholeOrNotAtAll(World world) throws Exception {
        String token = world.freshToken(world.stack().people().operator());
        List<String> products = IntStream.range(0, PRODUCTS)
                .mapToObj(n -> drafted(world, token, n))
                .toList();

        Map<String, JsonNode> answered = new ConcurrentHashMap<>();
        try (var publishers = Executors.newFixedThreadPool(AT_ONCE)) {
            products.forEach(product -> publishers.submit(() -> {
                try {
                    HttpResponse<String> answer = publish(world, token, product);
                    if (answer.statusCode() == 200) {
                        answered.put(product, World.parse(answer.body()));
                    }
                } catch (UncheckedIOException e) {
                    // the service is gone; whether the publication is there only the log can tell
                }
            }));
            await("some are published, and some are on their way")
                    .pollInterval(Duration.ofMillis(2))
                    .until(() -> answered.size() >= PRODUCTS / 4);
            world.stack().kill(ServiceName.REGISTRY);
        }
        assertThat(answered).hasSizeLessThan(PRODUCTS);
        world.stack().startService(ServiceName.REGISTRY);

        Map<String, List<JsonNode>> afterCrash = entries(world);
        for (String product : products) {
            List<JsonNode> entries = afterCrash.getOrDefault("products/" + product, List.of());
            boolean shown = world.get(world.registry("/v1/products/" + product)).statusCode() == 200;
            assertThat(entries).as("all of it, or nothing").hasSize(shown ? 2 : 0);
            if (answered.containsKey(product)) {
                assertThat(shown).as("what was answered stays").isTrue();
            }
        }
        // a slow machine may have taken longer to start than a token lives
        String later = world.token(world.stack().people().operator());
        for (String product : products) {
            HttpResponse<String> repeated = publish(world, later, product);
            assertThat(repeated.statusCode()).as(repeated.body()).isEqualTo(200);
            if (answered.containsKey(product)) {
                assertThat(World.parse(repeated.body())).isEqualTo(answered.get(product));
            }
        }
        Map<String, List<JsonNode>> afterRepeating = entries(world);
        for (String product : products) {
            List<JsonNode> entries = afterRepeating.get("products/" + product);
            assertThat(entries).as("once").hasSize(2);
            assertThat(number(entries.getLast())).isEqualTo(number(entries.getFirst()) + 1);
        }
    }

    private static String drafted(World world, String token, int n) {
        var operator = world.stack().people().operatorOrganisation();
        HttpResponse<String> created = world.send(
                HttpRequest.newBuilder(world.registry("/v1/products"))
                        .POST(HttpRequest.BodyPublishers.ofString(
                                "{\"publisher\":\"" + operator + "\",\"manufacturer\":\"" + operator + "\"}")),
                headers(token, "create-" + n));
        assertThat(created.statusCode()).as(created.body()).isEqualTo(201);
        String product = World.parse(created.body()).get("id").asText();
        HttpResponse<String> written = world.send(
                HttpRequest.newBuilder(world.registry("/v1/products/" + product + "/draft"))
                        .PUT(HttpRequest.BodyPublishers.ofString("""
                                {"identity": {"name": "Crashed %d", "device_group": "other", "category": "sensor"},
                                 "support": {"kind": "fixed_date", "end_of_security_support": "2031-01-01",
                                  "provenance": {"basis": "statement", "asserted_on": "2026-01-01"}}}""".formatted(n)))
                        .header("If-Match", "\"draft-0\""),
                headers(token, "write-" + n));
        assertThat(written.statusCode()).as(written.body()).isEqualTo(204);
        return product;
    }

    private static HttpResponse<String> publish(World world, String token, String product) {
        return world.send(
                HttpRequest.newBuilder(world.registry("/v1/products/" + product + "/draft:publish"))
                        .POST(HttpRequest.BodyPublishers.noBody()),
                headers(token, "publish-" + product));
    }

    private static String[] headers(String token, String key) {
        return new String[] {
            "Authorization", "Bearer " + token, "Content-Type", "application/json", "Idempotency-Key", key
        };
    }

    /** The log by subject. */
    private static Map<String, List<JsonNode>> entries(World world) {
        return world.log().stream()
                .collect(Collectors.groupingBy(entry -> entry.get("subject").asText()));
    }

    private static long number(JsonNode entry) {
        return Long.parseLong(entry.get("id").asText());
    }
}
