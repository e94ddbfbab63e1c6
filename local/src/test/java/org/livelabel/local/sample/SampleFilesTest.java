package org.livelabel.local.sample;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.livelabel.gs1.Gtin;

/** Each row must be one that the registry takes: they are measured with its own schemas. */
class SampleFilesTest {
    private static final Path SCHEMAS = Path.of("../registry-service/src/main/resources/schemas");
    private static final UUID MAKER = UUID.fromString("0f9d6a54-5f2c-4e0e-9a3f-0c8c7a6f1d11");

    @Test
    void everyRowFollowsTheSchemaOfAnImport() throws Exception {
        Schema schema = importRow();

        assertThat(rows()).allSatisfy(row -> {
            List<Error> errors = schema.validate(
                    row.toString(),
                    InputFormat.JSON,
                    context -> context.executionConfig(config -> config.formatAssertionsEnabled(true)));
            assertThat(errors).as(row.path("product_ref").asText()).isEmpty();
        });
    }

    @Test
    void theSchemaTestCanFail() throws Exception {
        ObjectNode row = rows().getFirst();
        row.with("identity").put("colour", "red");
        ((ObjectNode) row.get("support").get("provenance")).put("asserted_on", "2026-02-30");

        List<Error> errors = importRow()
                .validate(
                        row.toString(),
                        InputFormat.JSON,
                        context -> context.executionConfig(config -> config.formatAssertionsEnabled(true)));

        assertThat(errors).hasSize(2);
    }

    @Test
    void everyGtinIsValidFromTheDemonstrationRangeAndLeadsToOneProduct() {
        Map<Gtin, String> products = new HashMap<>();
        for (ObjectNode row : rows()) {
            for (JsonNode gtin : row.path("gtins")) {
                Gtin parsed = Gtin.parse(gtin.asText());
                String product = row.path("product_ref").asText();

                assertThat(parsed.value()).startsWith("0952");
                assertThat(products.putIfAbsent(parsed, product)).isIn(null, product);
            }
        }
        assertThat(products).hasSize(249 + 4);
    }

    @Test
    void thereAreAsManyProductsAsAreAnnounced() {
        Set<String> names = new HashSet<>();
        for (ObjectNode row : rows()) {
            names.add(row.at("/identity/brand").asText() + " "
                    + row.at("/identity/name").asText());
        }

        assertThat(SampleFiles.devices()).hasSize(249);
        assertThat(rows().stream().map(r -> r.path("product_ref").asText()).distinct())
                .hasSize(SampleData.PRODUCTS);
        assertThat(names).hasSize(SampleData.PRODUCTS);
    }

    @Test
    void noProductsUpdatesEndBeforeItWasSold() {
        assertThat(rows()).allSatisfy(row -> {
            JsonNode support = row.path("support");
            if (support.has("end_of_security_support") && support.has("general_availability")) {
                assertThat(LocalDate.parse(
                                support.path("end_of_security_support").asText()))
                        .isAfterOrEqualTo(support.path("general_availability").asText());
            }
        });
    }

    @Test
    void theSampleMakersCameraPromiseIsFirstMadeAndThenExtended() {
        JsonNode first = SampleFiles.haldenHome(SampleFiles.FIRST_PROMISE);
        JsonNode second = SampleFiles.haldenHome("camera.json");

        assertThat(second.path("product_ref")).isEqualTo(first.path("product_ref"));
        assertThat(second.path("identity")).isEqualTo(first.path("identity"));
        assertThat(second.path("gtins")).isEqualTo(first.path("gtins"));
        assertThat(second.at("/support/end_of_security_support").asText())
                .isGreaterThan(first.at("/support/end_of_security_support").asText());
    }

    @Test
    void aRichDisclosureAnswersNearlyEveryFieldThereIs() throws Exception {
        JsonNode schema =
                new ObjectMapper().readTree(SCHEMAS.resolve("disclosure-1.json").toFile());
        JsonNode disclosure = SampleFiles.haldenHome("camera.json").path("disclosure");
        List<String> silent = new ArrayList<>();
        schema.path("properties").properties().forEach(section -> section.getValue()
                .path("properties")
                .fieldNames()
                .forEachRemaining(field -> {
                    if (!disclosure.path(section.getKey()).has(field)) {
                        silent.add(section.getKey() + "." + field);
                    }
                }));

        assertThat(silent).isEmpty();
    }

    /** All rows, as they go over the wire. */
    private static List<ObjectNode> rows() {
        List<ObjectNode> rows = new ArrayList<>();
        SampleFiles.devices().forEach(device -> rows.add(device.importRow(MAKER)));
        rows.add((ObjectNode) SampleFiles.haldenHome(SampleFiles.FIRST_PROMISE));
        SampleFiles.HALDEN_HOME.forEach(file -> rows.add((ObjectNode) SampleFiles.haldenHome(file)));
        return rows;
    }

    private static Schema importRow() throws Exception {
        Map<String, String> schemas = new HashMap<>();
        for (String name : List.of("disclosure", "draft", "import-row")) {
            schemas.put(
                    "https://livelabel.org/schemas/" + name + "/1",
                    Files.readString(SCHEMAS.resolve(name + "-1.json")));
        }
        return SchemaRegistry.withDefaultDialect(
                        SpecificationVersion.DRAFT_2020_12, builder -> builder.schemas(schemas))
                .getSchema(SchemaLocation.of("https://livelabel.org/schemas/import-row/1"));
    }
}
