package org.livelabel.label.label;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.livelabel.label.LabelService.REGISTRY;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.livelabel.gs1.Gtin;
import org.livelabel.label.LabelService;
import org.livelabel.label.Samples;
import org.livelabel.label.follower.FeedStatus;
import org.livelabel.label.page.Shells;
import org.livelabel.label.projection.ProductRecord;
import org.livelabel.label.words.Words;

/** Whatever a published document holds, its label is there, and says what can be said. */
@QuarkusTest
@QuarkusTestResource(LabelService.class)
class OddDocumentsTest {
    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final List<String> HOSTILE = List.of(
            "null",
            "\"\"",
            "\"a value of a later version\"",
            "\"https://a.example/x|y\"",
            "\"https:///\"",
            "\"+999999999-12-31\"",
            "\"{0}{1}<b>\"",
            "-1",
            "1e308",
            "true",
            "[]",
            "[null,7,{},[]]",
            "{}",
            "{\"en\":7}",
            "{\"\":\"text\"}");
    private static final LocalDate TODAY = LocalDate.parse("2026-11-22");

    @Inject
    FeedStatus feed;

    @Inject
    LabelComposer composer;

    @Inject
    LabelData data;

    @Inject
    Shells shells;

    @ParameterizedTest
    @ValueSource(strings = {"identity", "support", "reason", "disclosure"})
    void anOddMemberLeavesTheRestOfTheLabelAlone(String which) throws IOException {
        JsonNode document = MAPPER.readTree(
                switch (which) {
                    case "identity" -> "{\"name\":\"View 2\",\"model\":\"HV2\",\"brand\":\"Halden\"}";
                    case "support" -> Samples.BY_DOCUMENT;
                    case "reason" -> Samples.SHORTENED;
                    default -> Samples.CAMERA;
                });
        List<String> pointers = new ArrayList<>(List.of(""));
        collect("", document, pointers);

        for (String pointer : pointers) {
            for (String value : HOSTILE) {
                JsonNode odd = with(document, pointer, MAPPER.readTree(value));
                assertThat(page(product(which, odd, "fixed_date", "2031-06-30", 36)))
                        .as("%s = %s", pointer, value)
                        .contains("Who says so, and can you check it?", "Security updates until");
            }
        }
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "fixed_date, -, -",
                "fixed_date, +999999999-12-31, -",
                "fixed_date, -999999999-01-01, -",
                "fixed_date, 0000-01, -",
                "period_from_purchase, -, -",
                "period_from_purchase, -, -1",
                "period_from_purchase, -, 2147483647",
                "notice_before_end, -, -",
                "notice_before_end, -, 0",
                "until_the_stars_fall, 2031-06-30, 36"
            })
    void anOddLineOfTheLedgerLeavesTheRestOfTheLabelAlone(String kind, @Nullable String end, @Nullable Integer months)
            throws IOException {
        String page = page(product("", MAPPER.readTree("{}"), kind, end, months));

        assertThat(page).contains("Who says so, and can you check it?").contains("Halden Home");
    }

    @Test
    void aNameThatLooksLikeASlotIsANameAllTheSame() {
        REGISTRY.product("0DDNAME01", "Model {1} $0", "phone");

        assertThat(Pages.page(feed, "0DDNAME01")).contains("<title>Model {1} $0, Halden Home:");
    }

    @Test
    void anAddressThatLeadsNowhereIsShownAsText() {
        UUID phone = REGISTRY.product("0DDADDRES", "Odd phone", "phone");
        REGISTRY.support(
                phone,
                "{\"version\":1,\"change\":\"first\",\"kind\":\"fixed_date\",\"end_of_security_support\":\"2031-06-30\"}",
                """
                {"provenance":{"basis":"document","asserted_on":"2026-05-12","evidence":[
                  {"url":"https://a.example/x|y","title":"A policy"},{"url":"https://b.example/x|y"},
                  {"url":"http://c.example/","title":"Another"}]}}""");

        String page = Pages.page(feed, "0DDADDRES");

        assertThat(page)
                .contains("<bdi>Source: A policy</bdi>")
                .contains("<bdi>Source: https://b.example/x|y</bdi>")
                .contains("<a href=\"http://c.example/\"")
                .doesNotContain("href=\"https://a.example")
                .doesNotContain("href=\"https://b.example");
        given().get("/l/0DDADDRES.json").then().statusCode(200);
    }

    private String page(ProductRecord product) throws IOException {
        LabelContext context = LabelContext.of(product, TODAY, Words.english());
        MAPPER.copy().findAndRegisterModules().writeValueAsString(data.of(context, false));
        return LabelPages.Templates.label(shells.shell(), composer.view(context), "https://l.example", "")
                .render();
    }

    private static ProductRecord product(
            String which, JsonNode odd, String kind, @Nullable String end, @Nullable Integer months)
            throws IOException {
        ProductRecord.Party maker =
                new ProductRecord.Party(new UUID(0, 1), "Halden Home", "https://halden.example/help", true, false);
        Instant then = Instant.parse("2026-05-12T08:00:00Z");
        List<ProductRecord.Support> ledger = List.of(
                new ProductRecord.Support(
                        1,
                        1,
                        "first",
                        false,
                        "fixed_date",
                        "2035-12-31",
                        null,
                        LocalDate.EPOCH,
                        null,
                        null,
                        true,
                        maker,
                        then,
                        TODAY,
                        document("support", which, odd, Samples.BY_DOCUMENT)),
                new ProductRecord.Support(
                        2,
                        2,
                        "shortened",
                        false,
                        kind,
                        end,
                        months,
                        LocalDate.EPOCH,
                        "unstated",
                        "soon",
                        true,
                        maker,
                        then,
                        TODAY,
                        document("reason", which, odd, Samples.SHORTENED)));
        return new ProductRecord(
                new UUID(0, 2),
                "H4QX7T2MK",
                "connected_home",
                "camera",
                document("identity", which, odd, "{\"name\":\"View 2\"}"),
                maker,
                maker,
                then,
                new ProductRecord.Listing("listed", then, null, null, null),
                new ProductRecord.Standing("good", null, null),
                List.of(new Gtin("09520000700010")),
                ledger,
                new ProductRecord.Disclosure(
                        3, 1, true, maker, then, TODAY, document("disclosure", which, odd, Samples.CAMERA)),
                3);
    }

    private static ProductRecord.Document document(String name, String which, JsonNode odd, String usual)
            throws IOException {
        return new ProductRecord.Document("ab".repeat(32), name.equals(which) ? odd : MAPPER.readTree(usual));
    }

    private static void collect(String pointer, JsonNode node, List<String> pointers) {
        if (node.isObject()) {
            node.properties().forEach(member -> {
                pointers.add(pointer + "/" + member.getKey());
                collect(pointer + "/" + member.getKey(), member.getValue(), pointers);
            });
        }
        for (int i = 0; node.isArray() && i < node.size(); i++) {
            pointers.add(pointer + "/" + i);
            collect(pointer + "/" + i, node.get(i), pointers);
        }
    }

    private static JsonNode with(JsonNode document, String pointer, JsonNode value) {
        if (pointer.isEmpty()) {
            return value;
        }
        JsonNode copy = document.deepCopy();
        int slash = pointer.lastIndexOf('/');
        String last = pointer.substring(slash + 1);
        switch (copy.at(pointer.substring(0, slash))) {
            case ObjectNode object -> object.set(last, value);
            case ArrayNode array -> array.set(Integer.parseInt(last), value);
            default -> throw new AssertionError(pointer);
        }
        return copy;
    }
}
