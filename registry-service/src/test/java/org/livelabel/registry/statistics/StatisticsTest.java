package org.livelabel.registry.statistics;

import static io.restassured.RestAssured.get;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.livelabel.registry.testing.Drafts;
import org.livelabel.registry.testing.Maker;
import org.livelabel.registry.testing.Peers;

@QuarkusTest
@QuarkusTestResource(Peers.class)
class StatisticsTest {
    @Test
    void everyFigureSaysOfHowManyProductsItSpeaks() {
        Maker maker = Maker.verified();
        String says = "\"data\": {\"practices\": [{\"data_type\": \"camera\", \"sold\": \"no\"}]}";
        for (String end : List.of("2026-03-02", "2027-03-02", "2028-03-02")) {
            String support = Drafts.until(end) + ", \"general_availability\": \"2025-03-03\"";
            maker.published(Drafts.of("dated", "e-reader", Maker.freeGtin(), support, says));
        }
        maker.published(Drafts.of(
                "period", "e-reader", Maker.freeGtin(), "\"kind\": \"period_from_purchase\", \"months\": 60", says));
        maker.published(Drafts.of(
                "none",
                "e-reader",
                Maker.freeGtin(),
                "\"kind\": \"none_promised\"",
                "\"data\": {\"collects\": {\"answer\": \"no\"}}"));
        maker.published(Drafts.of("silent", "e-reader", Maker.freeGtin(), "", ""));
        String withdrawn =
                maker.published(Drafts.of("gone", "e-reader", Maker.freeGtin(), Drafts.until("2040-01-01"), says));
        maker.asked().body("{\"reason\": {\"en\": \"Over\"}}").post("/v1/products/" + withdrawn + ":withdraw");

        String suspended =
                maker.published(Drafts.of("doubtful", "e-reader", Maker.freeGtin(), Drafts.until("2040-01-01"), says));
        Maker.operator()
                .command("/v1/products/" + suspended + ":suspend", "{\"reason\": {\"en\": \"Being looked into\"}}")
                .then()
                .statusCode(200);

        Response figures = get("/v1/categories/e-reader/statistics");

        assertThat(figures.<Integer>path("products")).isEqualTo(6);
        assertThat(figures.<Integer>path("security_support.stated")).isEqualTo(5);
        assertThat(figures.<Integer>path("security_support.not_stated")).isEqualTo(1);
        assertThat(figures.<Integer>path("security_support.from_general_availability"))
                .isEqualTo(3);
        assertThat(figures.<Integer>path("security_support.lower_quartile_months"))
                .isEqualTo(12);
        assertThat(figures.<Integer>path("security_support.median_months")).isEqualTo(24);
        assertThat(figures.<Integer>path("security_support.upper_quartile_months"))
                .isEqualTo(36);
        assertThat(figures.<Integer>path("collects.camera.numerator")).isEqualTo(4);
        assertThat(figures.<Integer>path("collects.camera.denominator")).isEqualTo(5);
        assertThat(figures.<Float>path("collects.camera.share")).isEqualTo(0.8f);
        assertThat(figures.<Integer>path("sold.denominator")).isEqualTo(5);
        assertThat(figures.<Integer>path("works_offline.denominator")).isZero();
    }

    @Test
    void fewProductsMakeNoMedianAndNoShare() {
        Maker.verified()
                .published(Drafts.of(
                        "alone",
                        "baby-monitor",
                        Maker.freeGtin(),
                        Drafts.until("2031-01-01"),
                        "\"offline\": {\"works\": {\"answer\": \"partly\"}}"));

        Response figures = get("/v1/categories/baby-monitor/statistics");

        assertThat(figures.<Integer>path("security_support.stated")).isEqualTo(1);
        assertThat(figures.<Object>path("security_support.median_months")).isNull();
        assertThat(figures.<Integer>path("works_offline_at_least_partly.numerator"))
                .isEqualTo(1);
        assertThat(figures.<Object>path("works_offline_at_least_partly.share")).isNull();
    }

    @Test
    void aCategoryThatDoesNotExistHasNone() {
        assertThat(get("/v1/categories/teapot/statistics").statusCode()).isEqualTo(404);
    }
}
