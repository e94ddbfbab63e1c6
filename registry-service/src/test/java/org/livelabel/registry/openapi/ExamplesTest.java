package org.livelabel.registry.openapi;

import static io.restassured.RestAssured.get;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.livelabel.registry.testing.Drafts;
import org.livelabel.registry.testing.Maker;
import org.livelabel.registry.testing.Peers;

/** The examples of the API's description are answers. With -Dapi.update=true this test takes them anew. */
@QuarkusTest
@QuarkusTestResource(Peers.class)
class ExamplesTest {
    private static final Path FILE = Path.of("src/main/resources/api-examples.json");

    private final ObjectMapper mapper = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

    @Test
    void theExamplesLookLikeTheAnswers() throws IOException {
        ObjectNode answers = answers();
        // kept as they are while they look right: every answer has other ids
        if (Boolean.getBoolean("api.update") && !members("", examples()).equals(members("", answers))) {
            Files.writeString(FILE, mapper.writeValueAsString(answers) + "\n");
        }

        assertThat(members("", examples()))
                .as("run this test with -Dapi.update=true and look at the difference")
                .isEqualTo(members("", answers));
    }

    private JsonNode examples() throws IOException {
        return mapper.readTree(FILE.toFile());
    }

    private ObjectNode answers() throws IOException {
        Maker maker = Maker.verified();
        String gtin = Maker.freeGtin();
        String other = Maker.freeGtin();
        String product = maker.published(Drafts.camera(gtin));
        maker.published(Drafts.of("Door eye", "camera", other, Drafts.until("2029-12"), ""));
        ObjectNode answers = mapper.createObjectNode();
        answers.set("getProduct", ask("/v1/products/" + product));
        answers.set("getProductByGtin", ask("/v1/products/by-gtin/" + gtin));
        answers.set("getOrganisation", ask("/v1/organisations/" + maker.organisation));
        answers.set("listProducts", ask("/v1/products?facets=true&limit=1&manufacturer=" + maker.organisation));
        answers.set("compareProducts", ask("/v1/compare?gtin=" + gtin + "," + other));
        answers.set("getCategoryStatistics", ask("/v1/categories/camera/statistics"));
        answers.set(
                "lookupProducts",
                mapper.readTree(given().contentType("application/json")
                        .body("{\"gtins\": [\"" + gtin + "\", \"96385074\", \"12345\"]}")
                        .post("/v1/products:lookup")
                        .asString()));
        return answers;
    }

    private JsonNode ask(String address) throws IOException {
        return mapper.readTree(get(address).asString());
    }

    /** What members there are, whatever they say; a list counts by what its items may hold. */
    private static Set<String> members(String at, JsonNode node) {
        Set<String> members = new TreeSet<>();
        // figures that other tests have a part in: which of them there are depends on how many products there are
        if (at.startsWith("/getCategoryStatistics/")) {
            members.add(at);
            return members;
        }
        if (node.isObject()) {
            node.properties().forEach(member -> members.addAll(members(at + "/" + member.getKey(), member.getValue())));
        } else if (node.isArray()) {
            node.forEach(item -> members.addAll(members(at + "/-", item)));
        } else {
            members.add(at);
        }
        return members;
    }
}
