package org.livelabel.registry.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.agroal.api.AgroalDataSource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.livelabel.gates.Scrape;
import org.livelabel.registry.problem.TryAgain;
import org.livelabel.registry.testing.Drafts;
import org.livelabel.registry.testing.Here;
import org.livelabel.registry.testing.Maker;
import org.livelabel.registry.testing.Peers;
import org.livelabel.registry.testing.Sql;
import org.livelabel.registry.testing.TwoConnections;

/** An import whose lines find no free connection. */
@QuarkusTest
@QuarkusTestResource(Peers.class)
@TestProfile(TwoConnections.class)
class FullPoolTest {
    @TestHTTPResource(value = "/", management = true)
    URL management;

    @Inject
    ImportBatch batch;

    @Inject
    AgroalDataSource pool;

    @BeforeEach
    void noOtherImport() throws SQLException {
        Sql.execute("delete from work.import");
    }

    @Test
    void oneThatIsFreeIsEnough() throws SQLException {
        Maker maker = Maker.verified();
        String address = sent(maker);

        try (Connection held = pool.getConnection()) {
            assertThat(batch.work()).isTrue();
        }

        assertThat(maker.asked().get(address).<Integer>path("counts.would_draft"))
                .isEqualTo(1);
    }

    @Test
    void withoutAnyConnectionNothingIsLost() throws SQLException {
        Maker maker = Maker.verified();
        String address = sent(maker);

        try (Connection one = pool.getConnection();
                Connection other = pool.getConnection()) {
            assertThatThrownBy(batch::work)
                    .satisfies(failure -> assertThat(TryAgain.mayHelp(failure)).isTrue());
        }

        assertThat(batch.work()).isTrue();
        assertThat(maker.asked().get(address).<Integer>path("counts.would_draft"))
                .isEqualTo(1);
    }

    @Test
    void withoutAnyConnectionWhatIsInTheDatabaseIsNotMeasuredAndTheRestIs() throws SQLException {
        Scrape without;
        try (Connection one = pool.getConnection();
                Connection other = pool.getConnection()) {
            without = Scrape.of(management.toString());
        }

        assertThat(without.sum("livelabel_log_entries")).isNaN();
        assertThat(without.sum("livelabel_imports_waiting")).isNaN();
        assertThat(without.sum("agroal_available_count")).isZero();
    }

    private static String sent(Maker maker) {
        Response accepted = maker.asked()
                .contentType("application/x-ndjson")
                .body(Drafts.identityOnly("Any")
                        .replaceFirst("\\{", "{\"product_ref\": \"one\", ")
                        .getBytes(StandardCharsets.UTF_8))
                .post("/v1/imports?dry_run=true&publisher=" + maker.organisation);
        assertThat(accepted.statusCode()).as(accepted.asString()).isEqualTo(202);
        return Here.path(accepted.header("Location"));
    }
}
