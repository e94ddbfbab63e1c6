package org.livelabel.registry.comparing;

import static io.restassured.RestAssured.get;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.livelabel.registry.testing.Drafts;
import org.livelabel.registry.testing.Maker;
import org.livelabel.registry.testing.Peers;

@QuarkusTest
@QuarkusTestResource(Peers.class)
class CompareTest {
    @Test
    void rowsAreAlignedAndDifferencesAreMarked() {
        Maker maker = Maker.verified();
        String one = Maker.freeGtin();
        String two = Maker.freeGtin();
        maker.published(
                Drafts.of(
                        "One",
                        "lock",
                        one,
                        Drafts.until("2031-06-30"),
                        "\"updates\": {\"automatic\": {\"answer\": \"yes\", \"statement\": {\"en\": \"Each night\"}}},"
                                + " \"data\": {\"practices\": [{\"data_type\": \"camera\", \"shared_with\": [], \"sold\": \"no\"}]}"));
        maker.published(Drafts.of(
                "Two",
                "lock",
                two,
                Drafts.until("2029-06-30"),
                "\"updates\": {\"automatic\": {\"answer\": \"yes\"}, \"signed\": {\"answer\": \"no\"}}"));

        Response compared = get("/v1/compare?gtin=" + one + "&gtin=" + two);

        assertThat(compared.statusCode()).isEqualTo(200);
        assertThat(compared.<List<String>>path("products.name")).containsExactly("One", "Two");
        assertRow(compared, "identity", "category", true, "lock", "lock");
        assertRow(compared, "identity", "name", false, "One", "Two");
        assertRow(compared, "support", "end_of_security_support", false, "2031-06-30", "2029-06-30");
        assertRow(compared, "disclosure", "updates.automatic", true, "yes", "yes");
        assertRow(compared, "disclosure", "updates.signed", false, "not_stated", "no");
        assertRow(compared, "disclosure", "data.practices.camera.collected", false, "yes", "not_stated");
        assertRow(compared, "disclosure", "data.practices.camera.shared_with", false, "no", "not_stated");
        assertThat(compared.<List<String>>path("rows.field"))
                .doesNotContain(
                        "updates.automatic.statement", "access.two_factor", "data.practices.location.collected");
    }

    @Test
    void aProductThatIsNotListedIsToldApartFromOneThatIsWithdrawn() {
        Maker maker = Maker.verified();
        String listed = Maker.freeGtin();
        String withdrawn = Maker.freeGtin();
        maker.published(Drafts.camera(listed));
        String gone = maker.published(Drafts.camera(withdrawn));
        maker.asked().body("{\"reason\": {\"en\": \"Over\"}}").post("/v1/products/" + gone + ":withdraw");

        Response compared = get("/v1/compare?gtin=" + listed + "," + withdrawn + ",96385074");

        assertThat(compared.<List<String>>path("products.result")).containsExactly("found", "withdrawn", "not_listed");
        assertThat(compared.<List<String>>path("rows.find { it.field == 'name' }.values"))
                .containsExactly("View 2", "View 2", null);
        assertThat(compared.<Boolean>path("rows.find { it.field == 'name' }.same"))
                .isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "96385074,400,2 to 6",
        "'',400,2 to 6",
        "'96385074,4006381333931,73513537,9520000012342,09520000012359,9520000012366,9520000012373',400,not 7",
        "'96385074,12345',400,12345: ",
        "'96385074,00000096385074',400,stands twice",
    })
    void whatCannotBeComparedIsRefused(String gtins, int status, String why) {
        Response refused = given().queryParam("gtin", gtins).get("/v1/compare");

        assertThat(refused.statusCode()).isEqualTo(status);
        assertThat(refused.<String>path("violations[0].message")).contains(why);
    }

    private static void assertRow(Response compared, String section, String field, boolean same, String... values) {
        Map<String, ?> row = compared.path("rows.find { it.field == '" + field + "' }");
        assertThat(row.get("section")).isEqualTo(section);
        assertThat(row.get("same")).isEqualTo(same);
        assertThat(row.get("values")).isEqualTo(List.of(values));
    }
}
