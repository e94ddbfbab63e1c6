package org.livelabel.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.livelabel.local.stack.ServiceName;

/** registry-service dies in the middle of an import. */
@ExtendWith(World.Extension.class)
class CrashJourneyTest {
    private static final int ROWS = 5_000;

    @Test
    void anImportThatIsKilledGoesOnAndEveryRowIsThereExactlyOnce(World world) {
        String publisher = world.stack().people().operatorOrganisation().toString();
        String file = IntStream.range(0, ROWS).mapToObj(n -> row(n, publisher)).collect(Collectors.joining("\n"));
        URI status = accepted(world, publisher, file);

        long begun = System.nanoTime();
        await("a part of the import is done")
                .atMost(Duration.ofMinutes(5))
                .until(() -> done(world, status) > ROWS / 10);
        world.stack().kill(ServiceName.REGISTRY);
        world.stack().startService(ServiceName.REGISTRY);
        JsonNode afterCrash = finished(world, status);
        System.out.printf("import of %d rows with a crash in it: %.1f s%n", ROWS, (System.nanoTime() - begun) / 1e9);
        long entries = world.log().size();
        JsonNode repeated = finished(world, accepted(world, publisher, file));

        assertThat(afterCrash.at("/counts/published").asInt()).isEqualTo(ROWS);
        assertThat(repeated.at("/counts/unchanged").asInt()).isEqualTo(ROWS);
        List<JsonNode> log = world.log();
        assertThat(log).hasSize((int) entries);
        for (int i = 0; i < log.size(); i++) {
            assertThat(log.get(i).get("id").asText()).isEqualTo("%012d".formatted(i));
        }
        Set<String> registered = new HashSet<>();
        log.stream()
                .filter(entry -> entry.get("type").asText().equals("org.livelabel.product.registered.v1"))
                .forEach(entry -> assertThat(registered.add(entry.get("subject").asText()))
                        .isTrue());
        assertThat(world.products("&q=crashtest")).hasSize(ROWS);
        String lastCode =
                world.products("&q=crashtest").getLast().get("label_code").asText();
        await("label-service has caught up")
                .atMost(Duration.ofSeconds(60))
                .until(() -> world.get(world.label("/l/" + lastCode)).statusCode() == 200);
    }

    private static String row(int n, String maker) {
        return """
                {"product_ref": "crash-%1$d", "manufacturer": "%3$s", \
                "identity": {"name": "Crashtest %1$05d", "device_group": "other", "category": "sensor"}, \
                "support": {"kind": "fixed_date", "end_of_security_support": "2031-01-%2$02d", \
                "provenance": {"basis": "statement", "asserted_on": "2026-01-01"}}}""".formatted(n, n % 28 + 1, maker);
    }

    private static URI accepted(World world, String publisher, String file) {
        String token = world.freshToken(world.stack().people().operator());
        HttpResponse<String> accepted = world.send(
                HttpRequest.newBuilder(world.registry("/v1/imports?publish=true&publisher=" + publisher))
                        .POST(HttpRequest.BodyPublishers.ofString(file)),
                "Authorization",
                "Bearer " + token,
                "Content-Type",
                "application/x-ndjson",
                "Idempotency-Key",
                UUID.randomUUID().toString());
        assertThat(accepted.statusCode()).as(accepted.body()).isEqualTo(202);
        return world.registry(
                "/v1/imports/" + World.parse(accepted.body()).get("id").asText());
    }

    private static long done(World world, URI status) {
        return status(world, status).get("done").asLong();
    }

    private static JsonNode finished(World world, URI status) {
        await("the import is finished")
                .atMost(Duration.ofMinutes(10))
                .until(() -> status(world, status).get("state").asText().equals("finished"));
        return status(world, status);
    }

    private static JsonNode status(World world, URI status) {
        return world.json(
                status,
                "Authorization",
                "Bearer " + world.token(world.stack().people().operator()));
    }
}
