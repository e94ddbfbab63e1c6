package org.livelabel.registry.draft;

import static io.restassured.RestAssured.get;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.livelabel.registry.testing.Drafts;
import org.livelabel.registry.testing.Maker;
import org.livelabel.registry.testing.Peers;
import org.livelabel.registry.testing.PolicyBody;

/** What no reader could read, or nobody would see, does not come into a draft: addresses, characters, years, numbers. */
@QuarkusTest
@QuarkusTestResource(Peers.class)
class ContentRulesTest {
    private static final String SAID = "\"provenance\": {\"basis\": \"statement\", \"asserted_on\": \"2026-01-01\"}";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://a.example/x|y",
                "https://user@a.example/",
                "https://a.example/x y",
                "https://a.example\\\\x",
                "https://",
                "https://a.example:99999/",
                "https://münchen.example/",
                "https://a.example/größe",
                "https://[fe80::1%25eth0]/",
                "https://09.1.1.1/",
                "https://[::1]/",
                "https://10.0.0.1/",
                "https://a.example:0/",
            })
    void anAddressThatSomeReaderCannotReadIsRefusedWhereverItStands(String address) {
        String evidence =
                "\"provenance\": {\"basis\": \"document\", \"asserted_on\": \"2026-01-01\", \"evidence\": [{\"url\": \"%s\"}]}"
                        .formatted(address);

        assertThat(violation("\"disclosure\": {" + evidence + "}", "/disclosure/provenance/evidence/0/url"))
                .isNotNull();
        assertThat(violation(
                        "\"support\": {\"kind\": \"none_promised\", " + evidence + "}",
                        "/support/provenance/evidence/0/url"))
                .isNotNull();
        assertThat(violation(
                        "\"disclosure\": {" + SAID + ", \"product\": {\"manual_url\": \"" + address + "\"}}",
                        "/disclosure/product/manual_url"))
                .isNotNull();
        assertThat(violation(
                        "\"disclosure\": {" + SAID + ", \"vulnerabilities\": {\"contact\": \"" + address + "\"}}",
                        "/disclosure/vulnerabilities/contact"))
                .isNotNull();
    }

    @Test
    void theAddressOfAPolicyKeepsToTheSameRule() {
        PolicyBody body = PolicyBody.privacyNotice("Text");
        String json = body.json().toString().replace("https://halden.example/privacy/en", "https://a.example/x|y");
        Maker maker = Maker.verified();

        Response refused = maker.asked().body(json).post("/v1/organisations/" + maker.organisation + "/policies");

        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.<String>path("violations[0].field")).isEqualTo("/texts/0/source_url");
        assertThat(refused.<String>path("violations[0].message")).contains("%7C");
    }

    @ParameterizedTest
    @CsvSource({
        "\\u202e,U+202E",
        "\\u200b,U+200B",
        "\\u2066,U+2066",
        "\\u0007,U+0007",
        "\\n,U+000A",
        "\\ud800,U+D800",
        "\\ufeff,U+FEFF",
        "\\ufe0f,U+FE0F",
        "\\ufffc,U+FFFC",
        "\\ue000,U+E000",
        "\\udb40\\udd00,U+E0100",
        "\\udb43\\udfff,U+E0FFF",
        "\\u0301\\u0301\\u0301\\u0301\\u0301,U+0301"
    })
    void aNameHoldsNothingThatNobodySees(String escaped, String code) {
        Maker maker = Maker.verified();

        Response refused = maker.write(maker.newProduct(), 0, Drafts.identityOnly("View" + escaped + "2"));

        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.<List<String>>path("violations.field")).containsExactly("/identity/name");
        assertThat(refused.<String>path("violations[0].message")).contains(code);
    }

    @ParameterizedTest
    @CsvSource({
        "\\u00a0,empty",
        "\\u3000,empty",
        "\\u3000View 2,begins with U+3000",
        "View 2\\u3000,ends with U+3000",
        "View 2\\u00a0,ends with U+00A0"
    })
    void aNameIsNotOfBlanksAndHasNoneAtItsEnds(String escaped, String remedy) {
        Maker maker = Maker.verified();

        Response refused = maker.write(maker.newProduct(), 0, Drafts.identityOnly(escaped));

        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.<List<String>>path("violations.field")).containsExactly("/identity/name");
        assertThat(refused.<String>path("violations[0].message")).contains(remedy);
    }

    @Test
    void aReasonOfBlanksIsNone() {
        Maker maker = Maker.verified();
        String product = maker.published(Drafts.identityOnly("Good"));

        Response refused = maker.command("/v1/products/" + product + ":withdraw", "{\"reason\": {\"en\": \"  \"}}");

        assertThat(refused.statusCode()).as(refused.asString()).isEqualTo(422);
        assertThat(refused.<List<String>>path("violations.field")).containsExactly("/reason/en");
        assertThat(violation(
                        "\"disclosure\": {" + SAID
                                + ", \"product\": {\"intended_purpose\": {\"en\": \"x\", \"de\": \"\\u00a0\\n\"}}}",
                        "/disclosure/product/intended_purpose/de"))
                .contains("U+00A0");
    }

    @ParameterizedTest
    @CsvSource({"\\u202e,U+202E", "\\u200b,U+200B", "\\ud800,U+D800", "\\u0000,U+0000"})
    void everyOtherTextAndTheNamesOfMembersDoNotEither(String escaped, String code) {
        String text = "{\"en\": \"a" + escaped + "b\"}";

        assertThat(violation(
                        "\"disclosure\": {" + SAID + ", \"product\": {\"intended_purpose\": " + text + "}}",
                        "/disclosure/product/intended_purpose/en"))
                .contains(code);
        assertThat(violation(
                        "\"disclosure\": {" + SAID + ", \"data\": {\"practices\": [{\"data_type\": \"usage\", "
                                + "\"shared_with\": [{\"name\": \"a" + escaped + "b\", \"role\": \"other\"}]}]}}",
                        "/disclosure/data/practices/0/shared_with/0/name"))
                .contains(code);
        assertThat(violation(
                        "\"disclosure\": {" + SAID + ", \"product\": {\"intended_purpose\": {\"a" + escaped
                                + "b\": \"x\"}}}",
                        "/disclosure/product/intended_purpose/a" + code + "b"))
                .contains(code);
    }

    @Test
    void whatRealWritingNeedsIsTaken() {
        Maker maker = Maker.verified();
        String product = maker.newProduct();

        assertThat(maker.write(
                                product,
                                0,
                                Drafts.identityOnly(
                                        "دوربین می\u200cبیند 👩\u200d🔧 ❤\ufe0f 🏴\udb40\udc67\udb40\udc62\udb40\udc65\udb40\udc6e\udb40\udc67\udb40\udc7f"))
                        .statusCode())
                .isEqualTo(204);
        assertThat(maker.write(
                                product,
                                1,
                                draft(
                                        "\"disclosure\": {" + SAID
                                                + ", \"product\": {\"intended_purpose\": {\"en\": \"One\\nTwo\\tthree \\u200e\"}}}"))
                        .statusCode())
                .isEqualTo(204);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
        "support": {"kind": "fixed_date", "end_of_security_support": "9999-12-31", %s} | /support/end_of_security_support | no_end_announced
        "support": {"kind": "fixed_date", "end_of_security_support": "9999-12", %s}    | /support/end_of_security_support | no_end_announced
        "support": {"kind": "none_promised", "end_of_sales": "9999-12-31", %s}         | /support/end_of_sales            | 1970 to 2199
        "support": {"kind": "none_promised", "general_availability": "0001-01-01", %s} | /support/general_availability    | 1970 to 2199
        "disclosure": {%s, "security": {"sbom_updated_on": "2200-01-01"}}              | /disclosure/security/sbom_updated_on | 1970 to 2199
        "disclosure": {%s, "data": {"collects": {"answer": "no"}, "practices": [{"data_type": "camera"}]}} | /disclosure/data/collects/answer | remove one or the other
        "gtins": ["2000000000008"]                                                     | /gtins/0 | shops
        "gtins": ["0200000000004"]                                                     | /gtins/0 | shops
        "gtins": ["9800000000007"]                                                     | /gtins/0 | coupon
        "gtins": ["9900000000004"]                                                     | /gtins/0 | coupon
        """)
    void aYearANumberOrAContradictionThatCannotBeMeantIsRefused(String part, String field, String remedy) {
        String member = part.replace("%s", SAID);
        // the check digits of the numbers above are of no matter here
        for (char digit = '0'; member.startsWith("\"gtins\"") && digit <= '9'; digit++) {
            String tried = member.replaceFirst("\\d\"]", digit + "\"]");
            if (!violation(tried, field).contains("check digit")) {
                member = tried;
                break;
            }
        }

        assertThat(violation(member, field)).contains(remedy);
    }

    @Test
    void aPracticeThatNobodyCollectsContradictsNothing() {
        Maker maker = Maker.verified();

        assertThat(maker.write(
                                maker.newProduct(),
                                0,
                                draft(
                                        "\"disclosure\": {" + SAID
                                                + ", \"data\": {\"collects\": {\"answer\": \"no\"}, \"practices\": [{\"data_type\": \"camera\", \"collected_by\": []}]}}"))
                        .statusCode())
                .isEqualTo(204);
    }

    @Test
    void aWholeNumberIsTakenHoweverItIsWrittenAndAHugeOneIsRefused() {
        Maker maker = Maker.verified();
        String product = maker.newProduct();
        String kind = "\"support\": {\"kind\": \"period_from_purchase\", \"months\": %s, " + SAID + "}";

        maker.write(product, 0, draft(kind.formatted("2.4e1"))).then().statusCode(204);
        maker.publish(product).then().statusCode(200);

        assertThat(get("/v1/products/" + product).<Integer>path("support.months"))
                .isEqualTo(24);
        for (String huge : List.of("1e19", "1e308", "-0.5", "24.5")) {
            assertThat(maker.write(product, 1, draft(kind.formatted(huge))).statusCode())
                    .as(huge)
                    .isEqualTo(422);
        }
        assertThat(maker.write(product, 1, draft(kind.formatted("1e999999999"))).statusCode())
                .isEqualTo(400);
    }

    private static String draft(String member) {
        return Drafts.identityOnly("Good").replaceFirst("}$", ", ") + member + "}";
    }

    /** What is said of a field of a draft with this member; null if nothing. */
    private static String violation(String member, String field) {
        Maker maker = Maker.verified();
        Response refused = maker.write(maker.newProduct(), 0, draft(member));
        assertThat(refused.statusCode()).as(member).isEqualTo(422);
        assertThat(refused.<List<String>>path("violations.field"))
                .as(refused.asString())
                .contains(field);
        return refused.path("violations.find { it.field == '" + field + "' }.message");
    }
}
