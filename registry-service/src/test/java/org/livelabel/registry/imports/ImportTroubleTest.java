package org.livelabel.registry.imports;

import static io.restassured.RestAssured.get;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.livelabel.registry.testing.Drafts;
import org.livelabel.registry.testing.Maker;
import org.livelabel.registry.testing.Peers;
import org.livelabel.registry.testing.Sql;

/** What is in an import's way, what stops it, and what its lines know of each other. */
@QuarkusTest
@QuarkusTestResource(Peers.class)
class ImportTroubleTest {
    private static final Executor THREADS = Executors.newVirtualThreadPerTaskExecutor();

    @AfterEach
    void noTrouble() throws SQLException {
        Sql.execute("drop function if exists work.trouble cascade");
        Sql.execute("drop sequence if exists work.tries");
    }

    @Test
    void aLineThatOnlyMetSomethingPassingStaysPendingAndIsDoneLater() throws SQLException {
        Maker maker = Maker.verified();
        trouble(maker, "40P01");

        String id = sent(maker, row("one", Maker.freeGtin(), ""), "publish=true");
        await().until(() -> number("attempts", id) > 0);

        assertThat(status(maker, id).<Object>path("counts.failed")).isNull();
        assertThat(status(maker, id).<String>path("state")).isNotEqualTo("finished");
        noTrouble();
        assertThat(finished(maker, id).<Integer>path("counts.published")).isEqualTo(1);
    }

    @Test
    void anImportThatIsPutOffDoesNotHoldUpAnother() throws SQLException {
        Maker maker = Maker.verified();
        Maker other = Maker.verified();
        trouble(maker, "57014");
        String held = sent(maker, row("one", Maker.freeGtin(), ""), "publish=true");
        await().until(() -> number("attempts", held) > 0);

        String id = sent(other, row("one", Maker.freeGtin(), ""), "publish=true");

        assertThat(finished(other, id).<Integer>path("counts.published")).isEqualTo(1);
        assertThat(status(maker, held).<String>path("state")).isNotEqualTo("finished");
    }

    @Test
    void aLineThatIsWrongFailsAlthoughNobodyForesawHow() throws SQLException {
        Maker maker = Maker.verified();
        trouble(maker, "22012");

        String id = sent(maker, row("one", Maker.freeGtin(), ""), "publish=true");

        assertThat(finished(maker, id).<Integer>path("counts.failed")).isEqualTo(1);
    }

    @Test
    void whileItWaitsForADraftNobodyWaitsForIt() throws SQLException {
        Maker maker = Maker.verified();
        Maker other = Maker.verified();
        String known = row("known", Maker.freeGtin(), "");
        finished(maker, sent(maker, known, "publish=true"));
        String draft = Sql.one("select id from work.product where publisher_id = '" + maker.organisation + "'");

        CompletableFuture<String> published;
        String id;
        try (Connection holding = Sql.begin("select from work.product where id = '" + draft + "' for update")) {
            int waiting = Sql.waiting();
            id = sent(
                    maker,
                    row("new", Maker.freeGtin(), "") + "\n" + known.replace("2031-06-30", "2034-06-30"),
                    "publish=true");
            await().until(() -> Sql.waiting() == waiting + 1);
            published = CompletableFuture.supplyAsync(() -> other.published(Drafts.identityOnly("Meanwhile")), THREADS);
            await().until(published::isDone);
        }

        assertThat(get("/v1/products/" + published.join()).statusCode()).isEqualTo(200);
        assertThat(finished(maker, id).<Integer>path("counts.published")).isEqualTo(2);
    }

    @Test
    void theLinesOfASuspendedOrganisationFailAndSayWhy() throws SQLException {
        Maker maker = Maker.verified();
        trouble(maker, "40001");
        String published = sent(maker, row("one", Maker.freeGtin(), ""), "publish=true");
        String drafted = sent(maker, row("two", Maker.freeGtin(), ""), "publish=false");
        await().until(() -> number("attempts", published) > 0);
        suspend(maker);
        noTrouble();

        Response stopped = finished(maker, published);

        assertThat(stopped.<Integer>path("counts.failed")).isEqualTo(1);
        Response row = maker.asked().get("/v1/imports/" + published + "/rows");
        assertThat(row.<String>path("items[0].problem.type")).endsWith("/not-allowed");
        assertThat(row.<String>path("items[0].problem.detail")).contains("suspended", "send the file again");
        assertThat(finished(maker, drafted).<Integer>path("counts.drafted")).isEqualTo(1);
    }

    @Test
    void anOperatorNamesTheMaker() {
        Maker operator = Maker.operator();
        Maker maker = Maker.make("manufacturer", false);
        String file = row("without", Maker.freeGtin(), "") + "\n"
                + row("with", Maker.freeGtin(), "\"manufacturer\": \"" + maker.organisation + "\", ");

        for (String query : List.of("publish=true&dry_run=true", "publish=true", "publish=false")) {
            String id = sent(operator, file, query);
            assertThat(finished(operator, id).<Integer>path("counts.failed")).isEqualTo(1);
            Response failed = operator.asked().get("/v1/imports/" + id + "/rows?result=failed");
            assertThat(failed.<List<Integer>>path("items.line")).containsExactly(1);
            assertThat(failed.<String>path("items[0].problem.violations[0].field"))
                    .isEqualTo("/manufacturer");
        }
        Response refused = operator.asked()
                .body("{\"publisher\":\"" + operator.organisation + "\"}")
                .post("/v1/products");
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.<String>path("violations[0].field")).isEqualTo("/manufacturer");
    }

    @Test
    void theLinesOfADryRunSeeEachOther() {
        Maker maker = Maker.verified();
        String gtin = Maker.freeGtin();
        String given = Maker.freeGtin();
        finished(maker, sent(maker, row("giver", given, ""), "publish=true"));
        String file = String.join(
                "\n",
                row("one", gtin, ""),
                row("two", gtin, ""),
                row("one", gtin, ""),
                row("one", gtin, "").replace("2031-06-30", "2034-06-30"),
                row("giver", Maker.freeGtin(), ""),
                row("taker", given, ""));

        Response dry = rows(maker, sent(maker, file, "publish=true&dry_run=true"));
        Response real = rows(maker, sent(maker, file, "publish=true"));

        assertThat(dry.<List<String>>path("items.result"))
                .containsExactly(
                        "would_publish", "failed", "unchanged", "would_publish", "would_publish", "would_publish");
        assertThat(real.<List<String>>path("items.result"))
                .containsExactly("published", "failed", "unchanged", "published", "published", "published");
        assertThat(dry.<String>path("items[1].problem.type")).endsWith("/gtin-taken");
        assertThat(dry.<String>path("items[1].problem.violations[0].field")).isEqualTo("/gtins/0");
        assertThat(dry.<String>path("items[1].problem.detail")).contains("line 1 of this file", "one");
        assertThat(dry.<List<Integer>>path("items.repeats_line"))
                .isEqualTo(Arrays.asList(null, null, 1, 3, null, null));
    }

    @Test
    void aDryRunForetellsTheResultOfEachLine() {
        Maker maker = Maker.verified();
        String first = Maker.freeGtin();
        String second = Maker.freeGtin();
        String file = String.join(
                "\n",
                row("one", first, "").replace("2031-06-30", "2034-06-30"),
                row("one", first, ""), // promises less, and does not say why
                row("one", first, "").replace("2031-06-30", "2034-06-30"),
                row("two", first, ""),
                row("one", second, "").replace("2031-06-30", "2034-06-30"),
                row("two", first, ""),
                row("one", first, "").replace("2031-06-30", "2034-06-30"),
                row("two", first, "").replace("\"partly\"", "\"no\""),
                row("two", first, "").replace("\"partly\"", "\"no\""));

        Response dry = rows(maker, sent(maker, file, "publish=true&dry_run=true"));
        Response real = rows(maker, sent(maker, file, "publish=true"));

        assertThat(real.<List<String>>path("items.result"))
                .containsExactly(
                        "published",
                        "failed",
                        "unchanged",
                        "failed",
                        "published",
                        "published",
                        "failed",
                        "published",
                        "unchanged");
        assertThat(dry.<List<String>>path("items.result"))
                .extracting(result -> result.replace("would_publish", "published"))
                .isEqualTo(real.path("items.result"));
        assertThat(dry.<List<String>>path("items.problem.type")).isEqualTo(real.path("items.problem.type"));
        assertThat(dry.<String>path("items[1].problem.violations[0].field")).isEqualTo("/support/reason");
    }

    @Test
    void aDryRunForetellsThatATextIsWithheld() {
        Maker maker = Maker.verified();
        String identity = Drafts.identityOnly("Withheld " + UUID.randomUUID());
        String product = maker.published(identity);
        String document = Sql.one("select convert_from(event, 'UTF8')::json #>> '{data,document,sha256}' from log.entry"
                + " where subject = 'products/" + product + "'");
        Maker.operator()
                .command("/v1/blobs/" + document + ":withhold", "{\"reason\": \"court_order\"}")
                .then()
                .statusCode(200);
        String file = identity.replaceFirst("\\{", "{\"product_ref\": \"again\", ");

        Response dry = rows(maker, sent(maker, file, "publish=true&dry_run=true"));
        Response real = rows(maker, sent(maker, file, "publish=true"));

        assertThat(dry.<String>path("items[0].problem.type")).endsWith("/withheld");
        assertThat(real.<String>path("items[0].problem.type")).endsWith("/withheld");
    }

    @Test
    void nobodyWaitsForADryRunAndItWaitsForNobody() throws SQLException {
        Maker maker = Maker.verified();
        String known = row("known", Maker.freeGtin(), "");
        finished(maker, sent(maker, known, "publish=true"));
        String draft = Sql.one("select id from work.product where publisher_id = '" + maker.organisation + "'");
        String file = row("new", Maker.freeGtin(), "") + "\n" + known.replace("2031-06-30", "2034-06-30");

        try (Connection publishing = Sql.begin("select from log.head for update");
                Connection writing = Sql.begin("select from work.product where id = '" + draft + "' for update")) {
            String id = sent(maker, file, "publish=true&dry_run=true");

            assertThat(finished(maker, id).<Integer>path("counts.would_publish"))
                    .isEqualTo(2);
        }
    }

    @Test
    void aLineThatIsWrongCostsADryRunNothingAndIsTheOnlyOneBlamed() throws SQLException {
        Maker maker = Maker.verified();
        String taken = Maker.freeGtin();
        Maker.verified().published(Drafts.camera(taken));
        // whoever tried a line a second time would find that its organisation is gone
        Sql.execute("create sequence work.tries");
        Sql.execute("create function work.trouble() returns trigger language plpgsql security definer as $$ begin"
                + " if nextval('work.tries') > 2 then delete from projection.organisation where id = '"
                + maker.organisation + "'; end if; return new; end $$");
        Sql.execute("create trigger trouble before insert on work.product for each row when (new.publisher_id = '"
                + maker.organisation + "') execute function work.trouble()");
        String file = String.join(
                "\n",
                row("good", Maker.freeGtin(), ""),
                row("wrong", taken, ""),
                row("better", Maker.freeGtin(), ""),
                row("best", Maker.freeGtin(), ""));

        Response rows = rows(maker, sent(maker, file, "publish=true&dry_run=true"));

        assertThat(rows.<List<String>>path("items.result"))
                .containsExactly("would_publish", "failed", "would_publish", "would_publish");
        assertThat(rows.<String>path("items[1].problem.type")).endsWith("/gtin-taken");
        assertThat(Sql.one("select is_called from work.tries"))
                .as("drafts written")
                .isEqualTo("f");
    }

    @Test
    void inALongFileTheyStillKnowWhoTookWhat() {
        Maker maker = Maker.verified();
        String gtin = Maker.freeGtin();
        String between = IntStream.range(0, 60)
                .mapToObj(i -> row("between-" + i, Maker.freeGtin(), ""))
                .collect(Collectors.joining("\n"));
        String file = row("one", gtin, "") + "\n" + between + "\n" + row("two", gtin, "") + "\n" + row("one", gtin, "");

        String id = sent(maker, file, "publish=true&dry_run=true");
        Response rows = rows(maker, id);

        assertThat(rows.<String>path("items[61].result")).isEqualTo("failed");
        assertThat(rows.<String>path("items[61].problem.detail")).contains("line 1 of this file");
        assertThat(rows.<Integer>path("items[62].repeats_line")).isEqualTo(1);
        assertThat(Sql.one("select count(*) from work.rehearsal where import_id = '" + id + "'"))
                .isEqualTo("0");
    }

    /** From now on this maker's drafts cannot be written, for a reason with this SQLSTATE. */
    private static void trouble(Maker maker, String state) throws SQLException {
        Sql.execute("create function work.trouble() returns trigger language plpgsql as $$ begin"
                + " raise exception 'trouble' using errcode = '" + state + "'; end $$");
        Sql.execute("create trigger trouble before insert on work.product for each row when (new.publisher_id = '"
                + maker.organisation + "') execute function work.trouble()");
    }

    private static void suspend(Maker maker) {
        given().auth()
                .oauth2(Peers.token().client("account-service").signed())
                .contentType("application/json")
                .body("{\"name\":\"Suspended\",\"kind\":\"manufacturer\",\"verified\":true,\"suspended\":true}")
                .put("/internal/organisations/" + maker.organisation)
                .then()
                .statusCode(200);
    }

    private static String row(String ref, String gtin, String more) {
        return Drafts.camera(gtin)
                .replaceFirst("\\{", "{\"product_ref\": \"" + ref + "\", " + more)
                .replace("\n", " ");
    }

    /** @return the import's id */
    private static String sent(Maker maker, String file, String query) {
        Response accepted = maker.asked(maker.token(), UUID.randomUUID().toString())
                .contentType("application/x-ndjson")
                .body(file.getBytes(StandardCharsets.UTF_8))
                .post("/v1/imports?publisher=" + maker.organisation + "&" + query);
        assertThat(accepted.statusCode()).as(accepted.asString()).isEqualTo(202);
        return accepted.path("id");
    }

    private static Response finished(Maker maker, String id) {
        return await().atMost(Duration.ofSeconds(30))
                .until(() -> status(maker, id), status -> "finished".equals(status.path("state")));
    }

    private static Response rows(Maker maker, String id) {
        finished(maker, id);
        return maker.asked().get("/v1/imports/" + id + "/rows?limit=200");
    }

    private static Response status(Maker maker, String id) {
        return maker.asked().get("/v1/imports/" + id);
    }

    private static int number(String column, String id) {
        return Integer.parseInt(Sql.one("select " + column + " from work.import where id = '" + id + "'"));
    }
}
