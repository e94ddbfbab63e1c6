package org.livelabel.registry.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.net.URL;
import java.sql.SQLException;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.livelabel.gates.Scrape;
import org.livelabel.registry.testing.Peers;
import org.livelabel.registry.testing.Sql;

@QuarkusTest
@QuarkusTestResource(Peers.class)
class ImportPruningTest {
    @TestHTTPResource(value = "/", management = true)
    URL management;

    @Inject
    ImportPruning pruning;

    @Test
    void aFinishedImportIsForgottenWithItsLinesAfterAMonth() throws SQLException {
        UUID old = given("finished", "31 days");
        UUID young = given("finished", "29 days");
        UUID unfinished = given("receiving", "31 days");

        await().until(() -> !pruning.work());

        assertThat(lines(old)).isZero();
        assertThat(lines(young)).isEqualTo(6000);
        assertThat(lines(unfinished)).isEqualTo(6000);
        assertThat(Sql.list("select id from work.import")).doesNotContain(old.toString());
    }

    @Test
    void whatWaitsIsMeasured() throws SQLException {
        Scrape before = Scrape.of(management.toString());
        UUID id = UUID.randomUUID();
        Sql.execute(
                "insert into work.import (id, publisher_id, publish, dry_run, state, total, done, created_at, attempts,"
                        + " next_attempt_at) values ('" + id + "', gen_random_uuid(), false, false, 'running', 10, 4,"
                        + " now() - interval '1 day', 1, now() + interval '1 day')");
        UUID old = given("finished", "31 days");

        Scrape during = Scrape.of(management.toString());

        assertThat(during.sum("livelabel_imports_waiting")).isEqualTo(before.sum("livelabel_imports_waiting") + 1);
        assertThat(during.sum("livelabel_import_lines_waiting"))
                .isEqualTo(before.sum("livelabel_import_lines_waiting") + 6);
        assertThat(during.sum("livelabel_imports_lag_seconds")).isGreaterThan(86_000);
        assertThat(during.sum("livelabel_imports_expired")).isPositive();
        Sql.execute("delete from work.import where id in ('" + id + "', '" + old + "')");
    }

    private static UUID given(String state, String ago) throws SQLException {
        UUID id = UUID.randomUUID();
        Sql.execute("insert into work.import (id, publisher_id, publish, dry_run, state, total, done, created_at,"
                + " finished_at, attempts) values ('" + id + "', gen_random_uuid(), false, false, '" + state
                + "', 6000, 6000, now(), now() - interval '" + ago + "', 0)");
        Sql.execute("insert into work.import_row (import_id, line_no, result) select '" + id
                + "', n, 'drafted' from generate_series(1, 6000) n");
        return id;
    }

    private static int lines(UUID id) {
        return Integer.parseInt(Sql.one("select count(*) from work.import_row where import_id = '" + id + "'"));
    }
}
