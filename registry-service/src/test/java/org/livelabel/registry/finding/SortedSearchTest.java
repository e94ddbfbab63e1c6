package org.livelabel.registry.finding;

import static io.restassured.RestAssured.get;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.livelabel.registry.testing.Drafts;
import org.livelabel.registry.testing.Here;
import org.livelabel.registry.testing.Maker;
import org.livelabel.registry.testing.Peers;

/** Words, orders, facets and pages go together in every way. */
@QuarkusTest
@QuarkusTestResource(Peers.class)
class SortedSearchTest {
    @ParameterizedTest
    @CsvSource({
        ",,Alpha lamp|Beta lamp|Gamma lamp",
        ",name,Alpha lamp|Beta lamp|Gamma lamp",
        ",support_end,Gamma lamp|Beta lamp|Alpha lamp",
        ",changed,Gamma lamp|Alpha lamp|Beta lamp",
        "lamp,,Alpha lamp|Beta lamp|Gamma lamp",
        "lamp,relevance,Alpha lamp|Beta lamp|Gamma lamp",
        "lamp,name,Alpha lamp|Beta lamp|Gamma lamp",
        "lamp,support_end,Gamma lamp|Beta lamp|Alpha lamp",
        "lamp,changed,Gamma lamp|Alpha lamp|Beta lamp",
        "lammp,,Alpha lamp|Beta lamp|Gamma lamp",
        "lammp,relevance,Alpha lamp|Beta lamp|Gamma lamp",
        "lammp,name,Alpha lamp|Beta lamp|Gamma lamp",
        "lammp,support_end,Gamma lamp|Beta lamp|Alpha lamp",
        "lammp,changed,Gamma lamp|Alpha lamp|Beta lamp",
        "beta lamp,support_end,Beta lamp",
        "!,support_end,''",
    })
    void wordsGoWithEveryOrderFromPageToPage(String words, String sort, String names) {
        Maker maker = Maker.verified();
        maker.published(Drafts.of("Beta lamp", "lock", Maker.freeGtin(), Drafts.until("2033-01-01"), ""));
        maker.published(Drafts.of("Alpha lamp", "lock", Maker.freeGtin(), "", ""));
        maker.published(Drafts.of("Gamma lamp", "lock", Maker.freeGtin(), Drafts.until("2034-01-01"), ""));

        RequestSpecification asked = given().queryParam("manufacturer", maker.organisation)
                .queryParam("limit", 1)
                .queryParam("facets", true);
        Response page = with(with(asked, "q", words), "sort", sort).get("/v1/products");
        List<String> found = new ArrayList<>(names(page));
        for (String next = page.path("next"); next != null; next = page.path("next")) {
            page = given().urlEncodingEnabled(false).get(Here.path(next));
            found.addAll(names(page));
        }

        assertThat(String.join("|", found)).isEqualTo(names);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/v1/products", "/v1/organisations"})
    void moreWordsThanAreEnoughAreRefusedWithTheLimit(String list) {
        String many = "w ".repeat(33).strip();

        Response refused = given().queryParam("q", many).get(list);
        Response taken = given().queryParam("q", many.substring(2)).get(list);
        Response tooLong = given().queryParam("q", "w".repeat(201)).get(list);

        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(refused.<String>path("violations[0].field")).isEqualTo("q");
        assertThat(refused.<String>path("detail")).contains("32");
        assertThat(taken.statusCode()).isEqualTo(200);
        assertThat(tooLong.statusCode()).isEqualTo(400);
        assertThat(tooLong.<String>path("detail")).contains("200");
    }

    @Test
    void aLigatureCountsAsTheWordsThatItStandsFor() {
        // U+FDFA is written out as four words, U+3300 as one of four letters
        for (String many : List.of("\uFDFA ".repeat(9), "\uFDFA".repeat(200), "\u3300".repeat(200))) {
            Response refused = given().queryParam("q", many).get("/v1/products");
            assertThat(refused.statusCode()).isEqualTo(400);
            assertThat(refused.<String>path("violations[0].field")).isEqualTo("q");
        }
        assertThat(given().queryParam("q", "\uFDFA").get("/v1/products").statusCode())
                .isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/v1/organisations?q=%00",
                "/v1/organisations?kind=%00",
                "/v1/organisations?cursor=%00",
                "/v1/products?q=a%00",
                "/v1/products?cursor=MAowAAo",
                "/v1/products/7b2b6b1e-0b0a-4a0e-9b0a-000000000000/support?on=-4714-01-01",
                "/v1/products/7b2b6b1e-0b0a-4a0e-9b0a-000000000000?on=%2B999999999-12-31",
                "/v1/products/7b2b6b1e-0b0a-4a0e-9b0a-000000000000/firmware?on=0000-01-01",
                "/v1/products/7b2b6b1e-0b0a-4a0e-9b0a-000000000000/disclosures?on=1969-12-31",
                "/v1/policies/7b2b6b1e-0b0a-4a0e-9b0a-000000000000?on=9999-12-31",
                "/v1/policies/7b2b6b1e-0b0a-4a0e-9b0a-000000000000?on=-0001-01-01",
            })
    void whatTheDatabaseDoesNotKnowIsA400(String address) {
        Response refused = given().urlEncodingEnabled(false).get(address);

        assertThat(refused.statusCode()).as(refused.asString()).isEqualTo(400);
        assertThat(refused.contentType()).startsWith("application/problem+json");
    }

    @Test
    void aBlobWithANulInItsNameIsNotThere() {
        assertThat(given().urlEncodingEnabled(false).get("/v1/blobs/a%00b").statusCode())
                .isEqualTo(404);
        assertThat(get("/v1/blobs/x").statusCode()).isEqualTo(404);
    }

    private static RequestSpecification with(RequestSpecification asked, String parameter, String value) {
        return value == null ? asked : asked.queryParam(parameter, value);
    }

    private static List<String> names(Response page) {
        assertThat(page.statusCode()).as(page.asString()).isEqualTo(200);
        return page.path("items.name");
    }
}
