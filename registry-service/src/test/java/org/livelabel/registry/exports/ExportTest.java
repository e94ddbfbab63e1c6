package org.livelabel.registry.exports;

import static io.restassured.RestAssured.get;
import static io.restassured.RestAssured.given;
import static io.restassured.RestAssured.head;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.livelabel.registry.testing.Drafts;
import org.livelabel.registry.testing.Maker;
import org.livelabel.registry.testing.Peers;

@QuarkusTest
@QuarkusTestResource(Peers.class)
class ExportTest {
    private static final String EXPORT = "/v1/export/products.ndjson.gz";

    private final ObjectMapper mapper = new ObjectMapper();

    @Test
    void allProductsAreThereInOrderWithTheIndexTheyStandForAndAnEnd() throws IOException {
        Maker maker = Maker.verified();
        List<String> published = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            published.add(maker.published(Drafts.camera(Maker.freeGtin())));
        }
        String lastIndex =
                get("/v1/products/" + published.getLast()).path("as_of_index").toString();

        Response export = get(EXPORT);

        List<JsonNode> lines = lines(export);
        assertThat(export.contentType()).isEqualTo("application/gzip");
        assertThat(export.header("LiveLabel-Log-Index")).isEqualTo(lastIndex);
        assertThat(lines.getFirst().get("as_of_index").asText()).isEqualTo(lastIndex);
        assertThat(lines.getLast().get("end").asBoolean()).isTrue();
        List<JsonNode> products = lines.subList(1, lines.size() - 1);
        assertThat(lines.getLast().get("count").asInt()).isEqualTo(products.size());
        List<String> ids = products.stream().map(p -> p.get("id").asText()).toList();
        assertThat(ids).containsAll(published).isSorted().doesNotHaveDuplicates();
        JsonNode one = products.get(ids.indexOf(published.getFirst()));
        assertThat(one)
                .isEqualTo(mapper.readTree(
                        get("/v1/products/" + published.getFirst()).asString()));
    }

    @Test
    void whoHasItAlreadyIsToldSoUntilSomethingIsPublished() {
        Maker maker = Maker.verified();
        String tag = get(EXPORT).header("ETag");

        Response same = given().header("If-None-Match", tag).get(EXPORT);
        Response asked = head(EXPORT);
        maker.published(Drafts.identityOnly("New"));
        Response after = given().header("If-None-Match", tag).get(EXPORT);

        assertThat(same.statusCode()).isEqualTo(304);
        assertThat(asked.header("ETag")).isEqualTo(tag);
        assertThat(after.statusCode()).isEqualTo(200);
    }

    private List<JsonNode> lines(Response export) throws IOException {
        try (var in = new GZIPInputStream(new ByteArrayInputStream(export.asByteArray()))) {
            List<JsonNode> lines = new ArrayList<>();
            for (String line : new String(in.readAllBytes(), StandardCharsets.UTF_8).split("\n")) {
                lines.add(mapper.readTree(line));
            }
            return lines;
        }
    }
}
