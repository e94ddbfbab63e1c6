package org.livelabel.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.livelabel.local.stack.ServiceName;
import org.livelabel.postgres.Database;
import org.livelabel.postgres.PostgresServer;

/** Everything readable is lost and made from the log again. */
@ExtendWith(World.Extension.class)
class RebuildJourneyTest {
    @Test
    void labelsAndQrCodesAreTheSameAfterLabelServiceLostItsDatabase(World world) throws Exception {
        List<JsonNode> products = sample(world);
        Map<String, String> before = labels(world, products);
        Database database = world.stack().database(ServiceName.LABEL);
        PostgresServer postgres = world.stack().postgres();
        world.stack().stopService(ServiceName.LABEL);
        postgres.execute("drop database " + database.name());
        Database.provision(
                postgres,
                database.name(),
                database.owner().password(),
                database.application().password());

        world.stack().migrate(ServiceName.LABEL);
        world.stack().startService(ServiceName.LABEL);
        String last = products.getLast().get("label_code").asText();
        long head = world.log().size() - 1;
        await("label-service has read the log again")
                .atMost(Duration.ofMinutes(3))
                .until(() -> world.get(world.label("/l/" + last + ".json")).statusCode() == 200);
        Map<String, String> after = labels(world, products);

        assertThat(head).isPositive();
        assertThat(after).isEqualTo(before);
    }

    @Test
    void productsAreTheSameAfterTheRegistryLostItsProjections(World world) throws Exception {
        List<JsonNode> products = sample(world);
        Map<String, String> before = products(world, products);
        forgetAllProjections(world);
        try {
            assertThat(world.json(world.registry("/v1/products")).get("items")).isEmpty();
        } finally {
            // the other journeys need the products, whatever becomes of this one
            System.out.println(world.stack().run(ServiceName.REGISTRY, "rebuild-projections"));
        }

        assertThat(products(world, products)).isEqualTo(before);
    }

    private static void forgetAllProjections(World world) throws Exception {
        try (var connection = world.stack()
                        .postgres()
                        .connect(world.stack().database(ServiceName.REGISTRY).name());
                var statement = connection.createStatement();
                var tables = statement.executeQuery("""
                        select string_agg('projection.' || tablename, ', ') from pg_tables where schemaname = 'projection'""")) {
            tables.next();
            connection.createStatement().execute("truncate " + tables.getString(1));
        }
    }

    /** The sample products; those of the journeys with a crash are left out. */
    private static List<JsonNode> sample(World world) {
        List<JsonNode> products = world.products("").stream()
                .filter(product -> !product.get("name").asText().startsWith("Crash"))
                .toList();
        assertThat(products).hasSize(252);
        return products;
    }

    private static Map<String, String> labels(World world, List<JsonNode> products) throws Exception {
        Map<String, String> all = new TreeMap<>();
        for (JsonNode product : products) {
            String path = "/l/" + product.get("label_code").asText();
            all.put(path, label(world, path));
            for (String picture : List.of("/qr.svg", "/qr.png")) {
                byte[] bytes = world.bytes(world.label(path + picture));
                all.put(
                        path + picture,
                        HexFormat.of()
                                .formatHex(MessageDigest.getInstance("SHA-256").digest(bytes)));
            }
        }
        return all;
    }

    /** Without the moment at which it was asked. */
    private static String label(World world, String path) {
        JsonNode label = world.json(world.label(path + ".json"));
        return ((ObjectNode) label)
                .without(List.of("checked_at", "generated_at"))
                .toString();
    }

    private static Map<String, String> products(World world, List<JsonNode> products) {
        Map<String, String> all = new TreeMap<>();
        for (JsonNode product : products) {
            String path = "/v1/products/" + product.get("id").asText();
            all.put(path, world.get(world.registry(path)).body());
        }
        return all;
    }
}
