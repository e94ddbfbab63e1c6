package org.livelabel.registry.log;

import static io.restassured.RestAssured.get;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.DriverManager;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.livelabel.postgres.Database;
import org.livelabel.registry.testing.Drafts;
import org.livelabel.registry.testing.Maker;
import org.livelabel.registry.testing.Peers;
import org.livelabel.registry.testing.PolicyBody;
import org.livelabel.registry.testing.Sql;

@QuarkusTest
@Tag("slow")
@QuarkusTestResource(Peers.class)
class RebuildTest {
    @Inject
    ProjectionRebuild rebuild;

    @Test
    void everythingReadableIsMadeFromTheLogAgainAndIsTheSame() throws Exception {
        Maker maker = Maker.verified();
        String gtin = Maker.freeGtin();
        String changed = maker.published(Drafts.camera(gtin));
        maker.write(changed, 1, Drafts.camera(Maker.freeGtin(), "2033-01", ""));
        maker.publish(changed).then().statusCode(200);
        maker.write(changed, 2, contested(Drafts.identityOnly("View 2"))).then().statusCode(204);
        maker.publish(changed).then().statusCode(200);
        String withdrawn = maker.published(Drafts.camera(Maker.freeGtin()));
        maker.asked().body("{\"reason\": {\"en\": \"Over\"}}").post("/v1/products/" + withdrawn + ":withdraw");
        maker.publishFacts("Renamed Home", "manufacturer", true).then().statusCode(200);
        String policy = PolicyBody.privacyNotice("One").published(maker);
        PolicyBody.privacyNotice("Two")
                .effectiveOn("2027-03-01")
                .supersedes(policy, 1, "editorial")
                .published(maker);
        PolicyBody.privacyNotice("Special").kind("terms").named(changed).published(maker);
        liveAndWithhold(maker);
        Map<String, String> before = everything(maker);
        dropProjections();
        assertThat(get("/v1/products/" + changed).statusCode()).isEqualTo(404);

        rebuild.rebuild();

        assertThat(everything(maker)).isEqualTo(before);
    }

    @Test
    void whatAMigrationEmptiedIsMadeAgainAtTheNextStart() throws Exception {
        Maker maker = Maker.verified();
        String product = maker.published(Drafts.identityOnly("Kept"));
        dropProjections();

        assertThat(rebuild.catchUp()).isPositive();
        assertThat(rebuild.catchUp()).isZero();

        assertThat(get("/v1/products/" + product).<String>path("name")).isEqualTo("Kept");
    }

    /** Automatic updates are over, and the maker says that this is nothing new. */
    private static String contested(String draft) {
        return draft.replaceFirst(
                "}$",
                ", \"disclosure\": {\"provenance\": {\"basis\": \"statement\", \"asserted_on\": \"2025-03-03\"},"
                        + " \"updates\": {\"automatic\": {\"answer\": \"no\"}}}, \"materiality\": {\"contested\":"
                        + " [{\"code\": \"default_weakened\", \"reason\": {\"en\": \"It never did.\"}}]}}");
    }

    /** Texts that the projections saw and then forgot: the rebuilt ones never see them. */
    private static void liveAndWithhold(Maker maker) {
        Maker operator = Maker.operator();
        String reason = "{\"reason\": {\"en\": \"Told by Ann Example\"}}";
        String gtin = Maker.freeGtin();
        String product =
                maker.published(Drafts.camera(gtin, "2031-06-30", ", \"after_end\": {\"en\": \"Ask Ann Example\"}")
                        .replace("View 2", "Ann Example's camera"));
        String successor = maker.published(Drafts.identityOnly("Successor"));
        maker.command("/v1/products/" + product + "/firmware", """
                {"version": "ann-example", "released_on": "2026-11-01", "sha256": "%s", "size": 1, "signed": true,
                 "anti_rollback": true}""".formatted("ab".repeat(32)))
                .then()
                .statusCode(201);
        maker.command("/v1/products/" + product + "/firmware/ann-example:withdraw", reason)
                .then()
                .statusCode(200);
        operator.command("/v1/products/" + product + ":suspend", reason).then().statusCode(200);
        maker.command("/v1/products/" + product + ":supersede", "{\"by\": \"" + successor + "\"}")
                .then()
                .statusCode(200);
        operator.command("/v1/gtins/" + gtin + ":move", "{\"to\": \"" + successor + "\"}")
                .then()
                .statusCode(200);
        operator.command(
                        "/v1/products/" + product + ":hand-over", "{\"to\": \"" + Maker.verified().organisation + "\"}")
                .then()
                .statusCode(200);
        Maker named = Maker.verified();
        named.publishFacts("Ann Example", "manufacturer", true).then().statusCode(200);
        named.published(Drafts.identityOnly("Hers"));
        for (String blob : blobsNaming("Ann Example", "ann-example")) {
            operator.command("/v1/blobs/" + blob + ":withhold", "{\"reason\": \"personal_data\"}")
                    .then()
                    .statusCode(200);
        }
        assertThat(get("/v1/products/" + product).asString()).doesNotContain("Ann Example");
    }

    /** Of all that is still given out. */
    private static List<String> blobsNaming(String... texts) {
        String named = Stream.of(texts)
                .map(text -> "position('" + text + "'::bytea in bytes) > 0")
                .collect(Collectors.joining(" or "));
        return Sql.list("select sha256 from log.blob where " + named + " order by sha256").stream()
                .filter(sha256 -> {
                    String given = get("/v1/blobs/" + sha256).asString();
                    return Stream.of(texts).anyMatch(given::contains);
                })
                .toList();
    }

    private static Map<String, String> everything(Maker maker) {
        Map<String, String> all = new TreeMap<>();
        List<String> ids = get("/v1/products?limit=200").path("items.id");
        for (String id : ids) {
            for (String part : List.of("", "/support", "/support.ics", "/openeox.json", "/firmware", "/disclosures")) {
                all.put(id + part, get("/v1/products/" + id + part).asString());
            }
        }
        all.put("organisations", get("/v1/organisations?limit=200").asString());
        all.put(
                "forgotten",
                get("/v1/products?q=ann").asString()
                        + get("/v1/products?q=withheld").asString());
        all.put("organisation", get("/v1/organisations/" + maker.organisation).asString());
        String policies = "/v1/organisations/" + maker.organisation + "/policies";
        all.put("policies", get(policies).asString());
        all.put("versions", get(policies + "/privacy_notice/versions").asString());
        ids.forEach(id -> all.put(
                "policies of " + id, get("/v1/products/" + id + "/policies").asString()));
        all.put(
                "feed",
                get("/v1/organisations/" + maker.organisation + "/feed.atom").asString());
        PolicyBody next = PolicyBody.privacyNotice("Next");
        List<String> notices = get(policies).path("items.findAll { it.kind == 'privacy_notice' }.id");
        notices.forEach(id -> all.put(
                "detected", next.supersedes(id, 2, "editorial").preview(maker).asString()));
        all.put("search", get("/v1/products?q=renamed").asString());
        all.put("mistyped", get("/v1/products?q=renmaed").asString());
        all.put(
                "found by what it says",
                get("/v1/products?works_offline=partly&support_status=supported&facets=true")
                        .asString());
        all.put("newest", get("/v1/products?sort=changed").asString());
        all.put("statistics", get("/v1/categories/camera/statistics").asString());
        return all;
    }

    private static void dropProjections() throws Exception {
        Database database = Peers.database();
        try (var connection = DriverManager.getConnection(
                database.jdbcUrl(), database.owner().user(), database.owner().password())) {
            try (var statement = connection.createStatement();
                    var tables = statement.executeQuery("""
                            select string_agg('projection.' || tablename, ', ')
                            from pg_tables where schemaname = 'projection'""")) {
                tables.next();
                connection.createStatement().execute("truncate " + tables.getString(1));
            }
        }
    }
}
