package org.livelabel.registry.withholding;

import static io.restassured.RestAssured.get;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.livelabel.postgres.Login;
import org.livelabel.registry.testing.Drafts;
import org.livelabel.registry.testing.Here;
import org.livelabel.registry.testing.Maker;
import org.livelabel.registry.testing.Peers;
import org.livelabel.registry.testing.TestClock;

@QuarkusTest
@QuarkusTestResource(Peers.class)
class WithholdingTest {
    @AfterEach
    void realTime() {
        TestClock.reset();
    }

    @Test
    void aWithheldDocumentAnswers451WithTheReasonEvenToThoseWhoHaveItAlready() {
        Maker maker = Maker.verified();
        String product = maker.published(Drafts.camera(Maker.freeGtin(), "2031-06-30", own("Sold by Ann Example")));
        String blob = supportDocument(product);
        String tag = get(blob).header("ETag");

        Response answer = withhold(blob, "court_order");

        assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(200);
        Response gone = given().header("If-None-Match", tag).get(blob);
        assertThat(gone.statusCode()).isEqualTo(451);
        assertThat(gone.<String>path("type")).endsWith("/withheld");
        assertThat(gone.<String>path("reason")).isEqualTo("court_order");
        assertThat(gone.asString()).doesNotContain("Ann");
        assertThat(get("/v1/products/" + product).asString()).doesNotContain("Ann Example");
        assertThat(get("/v1/products/" + product).<String>path("support.end_of_security_support"))
                .isEqualTo("2031-06-30");
        assertThat(get("/v1/products/" + product + "/support").<String>path("ledger[0].document.url"))
                .endsWith(blob);
    }

    @Test
    void theLogSaysWhatWasWithheldAndWhy() {
        String product = Maker.verified().published(Drafts.camera(Maker.freeGtin(), "2031-06-30", own("Entry")));
        String blob = supportDocument(product);

        int index = withhold(blob, "copyright").path("log_index");

        Response feed = get("/v1/feed?lastEventId=%012d".formatted(index - 1));
        assertThat(feed.<String>path("[0].type")).isEqualTo("org.livelabel.content.withheld.v1");
        assertThat(feed.<String>path("[0].subject")).isEqualTo(blob.substring("/v1/".length()));
        assertThat(feed.<String>path("[0].data.reason")).isEqualTo("copyright");
    }

    @Test
    void aWithheldNameLeavesTheProductTheSearchAndThePast() {
        Maker maker = Maker.verified();
        String product = maker.published(Drafts.identityOnly("Slanderous Toaster"));
        String blob = documentOfFirstEntryAbout(product);

        withhold(blob, "other_law").then().statusCode(200);

        assertThat(get("/v1/products/" + product).<String>path("name")).isEqualTo("(name withheld)");
        assertThat(get("/v1/products/" + product).<String>path("category")).isEqualTo("phone");
        assertThat(get("/v1/products?q=slanderous").<List<?>>path("items")).isEmpty();
        // the log's clock: another test may have moved it ahead
        String registered = get("/v1/products/" + product).path("registered_at");
        TestClock.set(Instant.parse(registered));
        assertThat(get("/v1/products/" + product + "?on=" + registered.substring(0, 10))
                        .<String>path("name"))
                .isEqualTo("(name withheld)");
    }

    @Test
    void aWithheldTextCannotBePublishedAgain() {
        Maker maker = Maker.verified();
        String draft = Drafts.camera(Maker.freeGtin(), "2031-06-30", own("Forbidden words"));
        String product = maker.published(draft);
        withhold(supportDocument(product), "malware").then().statusCode(200);

        Response again = maker.publish(product);

        assertThat(again.statusCode()).isEqualTo(451);
        assertThat(again.<String>path("detail")).contains("Change that text");
    }

    @Test
    void personalDataIsErasedEverythingElseIsOnlyHidden() throws Exception {
        Maker maker = Maker.verified();
        String hidden =
                supportDocument(maker.published(Drafts.camera(Maker.freeGtin(), "2031-06-30", own("To be hidden"))));
        String erased =
                supportDocument(maker.published(Drafts.camera(Maker.freeGtin(), "2031-06-30", own("To be erased"))));

        withhold(hidden, "court_order").then().statusCode(200);
        withhold(erased, "personal_data").then().statusCode(200);

        assertThat(storedBytes(hidden)).contains("To be hidden");
        assertThat(storedBytes(erased)).isNull();
        assertThat(get(erased).<String>path("reason")).isEqualTo("personal_data");
    }

    @Test
    void nothingIsHiddenInSilenceAndNothingIsShownAgain() {
        String blob = supportDocument(
                Maker.verified().published(Drafts.camera(Maker.freeGtin(), "2031-06-30", own("Stays"))));
        String sha256 = blob.substring("/v1/blobs/".length());
        Login application = Peers.database().application();

        assertThatThrownBy(() ->
                        execute(application, "insert into log.withheld values ('" + sha256 + "', 'personal_data')"))
                .hasMessageContaining("no entry says that");
        assertThatThrownBy(() -> execute(application, "update log.blob set bytes = null"))
                .hasMessageContaining("permission denied");
        assertThatThrownBy(() -> execute(Peers.database().owner(), "update log.blob set bytes = null"))
                .hasMessageContaining("append-only");
        withhold(blob, "court_order").then().statusCode(200);
        assertThatThrownBy(() -> execute(application, "delete from log.withheld"))
                .hasMessageContaining("permission denied");
        assertThatThrownBy(() -> execute(Peers.database().owner(), "delete from log.withheld"))
                .hasMessageContaining("append-only");
    }

    @Test
    void onlyAnOperatorWithholdsOnceAndForAReasonFromTheList() {
        Maker maker = Maker.verified();
        String blob = supportDocument(maker.published(Drafts.camera(Maker.freeGtin(), "2031-06-30", own("Mine"))));
        Maker operator = Maker.operator();

        assertThat(maker.command(blob + ":withhold", "{\"reason\": \"copyright\"}")
                        .statusCode())
                .isEqualTo(403);
        assertThat(operator.command(blob + ":withhold", "{\"reason\": \"embarrassing\"}")
                        .statusCode())
                .isEqualTo(422);
        assertThat(operator.command("/v1/blobs/" + "0".repeat(64) + ":withhold", "{\"reason\": \"malware\"}")
                        .statusCode())
                .isEqualTo(404);
        withhold(blob, "copyright").then().statusCode(200);
        assertThat(withhold(blob, "copyright").<String>path("type")).endsWith("/life-cycle");
    }

    private static Response withhold(String blob, String reason) {
        return Maker.operator().command(blob + ":withhold", "{\"reason\": \"" + reason + "\"}");
    }

    /** A text in the support document, so that no other test's document has the same digest. */
    private static String own(String text) {
        return ", \"after_end\": {\"en\": \"%s %s\"}".formatted(text, UUID.randomUUID());
    }

    private static String supportDocument(String product) {
        return Here.path(get("/v1/products/" + product + "/support").path("ledger[0].document.url"));
    }

    private static String documentOfFirstEntryAbout(String product) {
        int index = get("/v1/products/" + product).path("as_of_index");
        Response feed = get("/v1/feed?lastEventId=%012d".formatted(index - 1));
        return "/v1/blobs/" + feed.<String>path("[0].data.document.sha256");
    }

    private static String storedBytes(String blob) throws SQLException {
        Login owner = Peers.database().owner();
        try (var connection = DriverManager.getConnection(Peers.database().jdbcUrl(), owner.user(), owner.password());
                var result = connection
                        .createStatement()
                        .executeQuery("select convert_from(bytes, 'UTF8') from log.blob where sha256 = '"
                                + blob.substring("/v1/blobs/".length()) + "'")) {
            result.next();
            return result.getString(1);
        }
    }

    private static void execute(Login login, String sql) throws SQLException {
        try (var connection = DriverManager.getConnection(Peers.database().jdbcUrl(), login.user(), login.password())) {
            connection.createStatement().execute(sql);
        }
    }
}
