package org.livelabel.registry.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.agroal.api.AgroalDataSource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.livelabel.registry.testing.Drafts;
import org.livelabel.registry.testing.Here;
import org.livelabel.registry.testing.Maker;
import org.livelabel.registry.testing.Peers;
import org.livelabel.registry.testing.Sql;
import org.livelabel.registry.testing.TwoConnections;

/** A line that something is in the way of, each time it is tried. */
@QuarkusTest
@QuarkusTestResource(Peers.class)
@TestProfile(TwoConnections.class)
class StubbornLineTest {
    @Inject
    ImportBatch batch;

    @Inject
    AgroalDataSource pool;

    @BeforeEach
    void noOtherImport() throws SQLException {
        Sql.execute("delete from work.import");
    }

    @AfterEach
    void noTrouble() throws SQLException {
        Sql.execute("drop function if exists work.trouble cascade");
    }

    @ParameterizedTest
    @ValueSource(strings = {"57014", "40P01", "40001", "53200", "55P03"})
    void itFailsAfterTenAttemptsAndThoseAfterItAreDone(String state) throws SQLException {
        Maker maker = Maker.verified();
        trouble(state);
        String address = sent(maker, "first", "stubborn", "last");

        for (int attempt = 1; attempt < 10; attempt++) {
            workNow();
            assertThat(Sql.one("select attempts from work.import")).isEqualTo(Integer.toString(attempt));
            assertThat(batch.work()).as("it is put off").isFalse();
            assertThat(maker.asked().get(address).<Object>path("counts.failed")).isNull();
        }
        workNow();
        await("nothing is left to do").until(batch::work, left -> !left);

        Response rows = maker.asked().get(address + "/rows");
        assertThat(rows.<List<String>>path("items.result")).containsExactly("published", "failed", "published");
        assertThat(rows.<String>path("items[1].problem.type")).endsWith("/busy");
        assertThat(rows.<String>path("items[1].problem.detail")).contains("10 times", "Send this line again");
        assertThat(maker.asked().get(address).<String>path("state")).isEqualTo("finished");
    }

    @Test
    void whatKeepsEverybodyFromPublishingIsNotItsFault() throws SQLException {
        Maker maker = Maker.verified();
        String address = sent(maker, "one");
        Sql.execute("update work.import set attempts = 9");

        try (Connection publishing = Sql.begin("select from log.head for update")) {
            workNow();
        }

        assertThat(Sql.one("select attempts from work.import")).isEqualTo("10");
        assertThat(maker.asked().get(address).<Object>path("counts.failed")).isNull();
        workNow();
        assertThat(maker.asked().get(address).<Integer>path("counts.published")).isEqualTo(1);
    }

    @Test
    void aDatabaseThatNobodyReachesCountsForNothing() throws SQLException {
        Maker maker = Maker.verified();
        String address = sent(maker, "one");
        Sql.execute("update work.import set attempts = 9");

        try (Connection one = pool.getConnection();
                Connection other = pool.getConnection()) {
            assertThatThrownBy(batch::work).isNotNull();
            assertThatThrownBy(batch::work).isNotNull();
        }

        assertThat(Sql.one("select attempts from work.import")).isEqualTo("9");
        workNow();
        assertThat(maker.asked().get(address).<Integer>path("counts.published")).isEqualTo(1);
    }

    /** The draft of the stubborn line cannot be written, for a reason with this SQLSTATE. */
    private static void trouble(String state) throws SQLException {
        Sql.execute("create function work.trouble() returns trigger language plpgsql as $$ begin"
                + " raise exception 'trouble' using errcode = '" + state + "'; end $$");
        Sql.execute("create trigger trouble before insert on work.product for each row"
                + " when (new.product_ref = 'stubborn') execute function work.trouble()");
    }

    /** As if its pause were over. */
    private void workNow() throws SQLException {
        Sql.execute("update work.import set next_attempt_at = null");
        assertThat(batch.work()).isTrue();
    }

    private static String sent(Maker maker, String... refs) {
        String file = Arrays.stream(refs)
                .map(ref -> Drafts.identityOnly("Any").replaceFirst("\\{", "{\"product_ref\": \"" + ref + "\", "))
                .collect(Collectors.joining("\n"));
        Response accepted = maker.asked()
                .contentType("application/x-ndjson")
                .body(file.getBytes(StandardCharsets.UTF_8))
                .post("/v1/imports?publish=true&publisher=" + maker.organisation);
        assertThat(accepted.statusCode()).as(accepted.asString()).isEqualTo(202);
        return Here.path(accepted.header("Location"));
    }
}
