package org.livelabel.registry.withholding;

import static io.restassured.RestAssured.get;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.livelabel.gates.Scrape;
import org.livelabel.registry.testing.Drafts;
import org.livelabel.registry.testing.Here;
import org.livelabel.registry.testing.Maker;
import org.livelabel.registry.testing.Peers;
import org.livelabel.registry.testing.Sql;
import org.postgresql.PGConnection;

/** What is withheld as personal data is nowhere in the database any more. */
@QuarkusTest
@QuarkusTestResource(Peers.class)
class ErasureTest {
    private static final Executor THREADS = Executors.newVirtualThreadPerTaskExecutor();

    @TestHTTPResource(value = "/", management = true)
    URL management;

    private final String marker = "Ann Example " + UUID.randomUUID();

    @Test
    void anErasedTextIsInNoTable() throws Exception {
        Maker maker = Maker.verified();
        String gtin = Maker.freeGtin();
        String published = maker.published(marked(gtin, "2031-06-30"));
        // a draft that goes on from there, with a time set for it
        maker.write(published, 1, marked(gtin, "2033-06-30")).then().statusCode(204);
        schedule(maker, published);
        // one that nobody published, and one that an import wrote
        String unpublished = maker.newProduct();
        maker.write(unpublished, 0, marked(Maker.freeGtin(), "2031-06-30"))
                .then()
                .statusCode(204);
        imported(maker, marked(Maker.freeGtin(), "2031-06-30").replaceFirst("\\{", "{\"product_ref\": \"one\", "));
        waiting(maker, "{\"product_ref\": \"two\", \"identity\": {\"name\": \"" + marker + "\"}}");
        // and one of whose lines is told what is wrong with it
        imported(
                maker,
                Drafts.identityOnly("Any")
                        .replaceFirst(
                                "\\{",
                                "{\"product_ref\": \"three\", \"manufacturer\": \"" + marker + "\", \"" + marker
                                        + "\": 1, "));
        assertThat(Sql.one("select detail from work.import_row where product_ref is null and detail like '%" + marker
                        + "%'"))
                .contains("is not a known field", "is not a UUID; it is");
        assertThat(tablesWith(marker))
                .contains("log.blob", "work.product", "work.schedule", "work.idempotency", "work.import_row");

        for (String document : documentsAbout(published)) {
            Maker.operator()
                    .command("/v1/blobs/" + document + ":withhold", "{\"reason\": \"personal_data\"}")
                    .then()
                    .statusCode(200);
        }

        assertThat(tablesWith(marker)).isEmpty();
        assertThat(tablesWith(marker.toLowerCase())).isEmpty();
    }

    @Test
    void aLineThatWaitsIsErasedHoweverItsSenderWroteTheLetters() throws Exception {
        Maker maker = Maker.verified();
        String product = maker.published(Drafts.identityOnly(marker));
        String rest = marker.substring(1);
        waiting(maker, "{\"product_ref\": \"two\", \"identity\": {\"name\": \"\\u0041" + rest + "\"}}");
        Scrape before = Scrape.of(management.toString());

        withhold(documentsAbout(product).getFirst());

        Scrape after = Scrape.of(management.toString());
        assertThat(tablesWith(rest)).isEmpty();
        assertThat(after.sum("livelabel_erasures_total")).isEqualTo(before.sum("livelabel_erasures_total") + 1);
        assertThat(after.sum("livelabel_documents_withheld")).isEqualTo(before.sum("livelabel_documents_withheld") + 1);
    }

    @Test
    void whatIsWrongWithALineIsNotToldWithItHoweverItIsQuoted() throws Exception {
        Maker maker = Maker.verified();
        String rest = UUID.randomUUID().toString();
        String name = "Ann \\\"Ex/ample\\\" \\\\ " + rest;
        String product = maker.published(Drafts.identityOnly(name));
        for (String member : List.of("\"manufacturer\": \"" + name + "\"", "\"" + name + "\": 1")) {
            imported(
                    maker,
                    "{\"product_ref\": \"one\", " + member + ", "
                            + Drafts.identityOnly("Any").substring(1));
        }
        assertThat(Sql.one("select count(*) from work.import_row where detail like '%" + rest + "%'"))
                .isEqualTo("2");

        withhold(documentsAbout(product).getFirst());

        assertThat(tablesWith(rest)).isEmpty();
    }

    @Test
    void whatIsWrittenWhileItWaitsForTheLogIsErasedToo() throws Exception {
        Maker maker = Maker.verified();
        String document =
                documentsAbout(maker.published(Drafts.identityOnly(marker))).getFirst();
        String later = maker.newProduct();
        Maker operator = Maker.operator();
        int before = Sql.waiting();
        CompletableFuture<Response> withheld;

        try (Connection head = Sql.begin("select from log.head for update")) {
            withheld = withheldMeanwhile(operator, document);
            await().until(() -> Sql.waiting() > before);
            maker.write(later, 0, Drafts.identityOnly(marker)).then().statusCode(204);
            schedule(maker, later);
            waiting(maker, "{\"product_ref\": \"two\", \"identity\": {\"name\": \"" + marker + "\"}}");
            remembered(maker, "{\"name\": \"" + marker + "\"}");
        }

        assertThat(withheld.join().statusCode()).isEqualTo(200);
        assertThat(tablesWith(marker)).isEmpty();
    }

    @Test
    void whatSomebodyElseHoldsAtTheLastMomentIsNotWaitedForWithTheLogInHand() throws Exception {
        Maker maker = Maker.verified();
        String document =
                documentsAbout(maker.published(Drafts.identityOnly(marker))).getFirst();
        String later = maker.newProduct();
        Maker operator = Maker.operator();
        int before = Sql.waiting();
        CompletableFuture<Response> withheld;

        try (Connection head = Sql.begin("select from log.head for update")) {
            withheld = withheldMeanwhile(operator, document);
            await().until(() -> Sql.waiting() > before);
            maker.write(later, 0, Drafts.identityOnly(marker)).then().statusCode(204);
            try (Connection draft = Sql.begin("select from work.product where id = '" + later + "' for update")) {
                head.rollback();

                assertThat(withheld.join().statusCode()).isEqualTo(503);
            }
        }

        assertThat(withheld.join().header("Retry-After")).isNotNull();
        withhold(document);
        assertThat(tablesWith(marker)).isEmpty();
    }

    @Test
    void othersPublishWhileItSearches() throws Exception {
        Maker maker = Maker.verified();
        String document =
                documentsAbout(maker.published(Drafts.identityOnly(marker))).getFirst();
        Maker operator = Maker.operator();
        int before = Sql.waiting();
        CompletableFuture<Response> withheld;

        try (Connection rows = Sql.begin("lock table work.import_row in access exclusive mode")) {
            withheld = withheldMeanwhile(operator, document);
            await().until(() -> Sql.waiting() > before);

            Maker.verified().published(Drafts.identityOnly("Meanwhile"));
        }

        assertThat(withheld.join().statusCode()).isEqualTo(200);
    }

    @Test
    void whatIsLeftOfADraftCannotBePublishedUnseen() {
        Maker maker = Maker.verified();
        String product = maker.published(Drafts.identityOnly(marker));
        withhold(documentsAbout(product).getFirst());

        Response draft = maker.asked().get("/v1/products/" + product + "/draft");
        Response published = maker.publish(product);

        assertThat(draft.<Object>path("identity")).isNull();
        assertThat(published.statusCode()).isEqualTo(422);
        assertThat(published.<String>path("violations[0].field")).isEqualTo("/identity");
        Response list = maker.asked().get("/v1/organisations/" + maker.organisation + "/products");
        assertThat(list.<Object>path("items[0].name")).isNull();
        assertThat(list.<Boolean>path("items[0].draft.changes_pending")).isFalse();
    }

    @Test
    void aTimeThatWasSetForItFailsAndSaysWhy() {
        Maker maker = Maker.verified();
        String gtin = Maker.freeGtin();
        String product = maker.published(marked(gtin, "2031-06-30"));
        maker.write(product, 1, marked(gtin, "2033-06-30")).then().statusCode(204);
        schedule(maker, product);

        documentsAbout(product).forEach(ErasureTest::withhold);

        Response schedule = maker.asked().get("/v1/products/" + product + "/draft/schedule");
        assertThat(schedule.<String>path("state")).isEqualTo("failed");
        assertThat(schedule.<String>path("failure")).contains("withheld");
    }

    @Test
    void aRepeatedCommandWhoseAnswerHeldItIsNotDoneAgain() {
        Maker maker = Maker.verified();
        String product = maker.newProduct();
        maker.write(product, 0, Drafts.identityOnly(marker)).then().statusCode(204);
        String key = UUID.randomUUID().toString();
        String address = "/v1/products/" + product + "/draft:publish";
        maker.asked(maker.token(), key)
                .header("If-Match", "\"draft-1\"")
                .post(address)
                .then()
                .statusCode(200);
        withhold(documentsAbout(product).getFirst());

        Response again = maker.asked(maker.token(), key)
                .header("If-Match", "\"draft-1\"")
                .post(address);

        assertThat(again.statusCode()).isEqualTo(451);
        assertThat(again.<String>path("reason")).isEqualTo("personal_data");
        assertThat(again.<String>path("detail")).contains("was done before");
    }

    @Test
    void whatAnotherDocumentStillSaysStays() {
        Maker maker = Maker.verified();
        String first = maker.published(Drafts.identityOnly(marker));
        String second = maker.newProduct();
        maker.write(second, 0, Drafts.identityOnly(marker).replace("}}", ", \"model\": \"M 2\"}}"))
                .then()
                .statusCode(204);
        maker.publish(second).then().statusCode(200);

        withhold(documentsAbout(first).getFirst());

        assertThat(maker.asked().get("/v1/products/" + second + "/draft").<String>path("identity.name"))
                .isEqualTo(marker);
        assertThat(get("/v1/products/" + second).<String>path("name")).isEqualTo(marker);
    }

    @Test
    void whatIsOnlyHiddenIsNotTakenOutOfAnybodysDraft() {
        Maker maker = Maker.verified();
        String product = maker.published(Drafts.identityOnly(marker));

        Maker.operator()
                .command(
                        "/v1/blobs/" + documentsAbout(product).getFirst() + ":withhold",
                        "{\"reason\": \"court_order\"}")
                .then()
                .statusCode(200);

        assertThat(maker.asked().get("/v1/products/" + product + "/draft").<String>path("identity.name"))
                .isEqualTo(marker);
    }

    /** A draft with the marker in its name, its support and its disclosure. */
    private String marked(String gtin, String end) {
        return Drafts.camera(gtin, end, ", \"after_end\": {\"en\": \"" + marker + "\"}")
                .replace("\"View 2\"", "\"" + marker + "\"")
                .replace("Records to its card", marker);
    }

    private static CompletableFuture<Response> withheldMeanwhile(Maker operator, String document) {
        return CompletableFuture.supplyAsync(
                () -> operator.command("/v1/blobs/" + document + ":withhold", "{\"reason\": \"personal_data\"}"),
                THREADS);
    }

    private static void withhold(String document) {
        Maker.operator()
                .command("/v1/blobs/" + document + ":withhold", "{\"reason\": \"personal_data\"}")
                .then()
                .statusCode(200);
    }

    private static void schedule(Maker maker, String product) {
        maker.asked()
                .header("If-Match", maker.draftTag(product))
                .body("{\"publish_at\":\"" + Instant.now().plus(Duration.ofDays(300)) + "\"}")
                .put("/v1/products/" + product + "/draft/schedule")
                .then()
                .statusCode(200);
    }

    private static void remembered(Maker maker, String answer) throws SQLException {
        Sql.execute("insert into work.idempotency (organisation_id, key, request_sha256, body, created_at) values ('"
                + maker.organisation + "', '" + UUID.randomUUID() + "', '', '" + answer + "', now())");
    }

    private static void imported(Maker maker, String line) {
        Response accepted = maker.asked()
                .contentType("application/x-ndjson")
                .body(line.replace("\n", " ").getBytes(StandardCharsets.UTF_8))
                .post("/v1/imports?publish=false&publisher=" + maker.organisation);
        await().until(() -> "finished"
                .equals(maker.asked()
                        .get(Here.path(accepted.header("Location")))
                        .path("state")));
    }

    /** A line of an import that is put off for years. */
    private static void waiting(Maker maker, String line) throws SQLException {
        String id = UUID.randomUUID().toString();
        Sql.execute(
                "insert into work.import (id, publisher_id, publish, dry_run, state, total, done, created_at, attempts,"
                        + " next_attempt_at) values ('" + id + "', '" + maker.organisation
                        + "', true, false, 'accepted', 1, 0, now(), 1, now() + interval '9 years')");
        Sql.execute("insert into work.import_row (import_id, line_no, line) values ('" + id + "', 1, '" + line + "')");
    }

    /** Digests of the documents of everything that was published about a product. */
    private static List<String> documentsAbout(String product) {
        return Sql.list("select convert_from(event, 'UTF8')::json #>> '{data,document,sha256}' from log.entry"
                + " where subject = 'products/" + product + "'"
                + " and convert_from(event, 'UTF8')::json #>> '{data,document,sha256}' is not null order by index");
    }

    /** Every table of every schema of ours, as a dump would hold it. */
    private static List<String> tablesWith(String text) throws SQLException, IOException {
        List<String> tables = Sql.list("select format('%I.%I', n.nspname, c.relname) from pg_class c"
                + " join pg_namespace n on n.oid = c.relnamespace where c.relkind = 'r'"
                + " and n.nspname not in ('pg_catalog', 'information_schema') order by 1");
        assertThat(tables).contains("log.entry", "projection.product", "work.import_row", "work.rehearsal");
        String hex = HexFormat.of().formatHex(text.getBytes(StandardCharsets.UTF_8));
        try (Connection connection = Sql.connect()) {
            var copying = connection.unwrap(PGConnection.class).getCopyAPI();
            return tables.stream()
                    .filter(table -> {
                        ByteArrayOutputStream dump = new ByteArrayOutputStream();
                        try {
                            copying.copyOut("copy " + table + " to stdout", dump);
                        } catch (SQLException | IOException e) {
                            throw new IllegalStateException(e);
                        }
                        String rows = dump.toString(StandardCharsets.UTF_8);
                        return rows.contains(text) || rows.contains(hex);
                    })
                    .toList();
        }
    }
}
