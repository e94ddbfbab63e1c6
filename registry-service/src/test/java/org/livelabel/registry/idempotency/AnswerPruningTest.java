package org.livelabel.registry.idempotency;

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
import org.livelabel.registry.testing.Maker;
import org.livelabel.registry.testing.Peers;
import org.livelabel.registry.testing.Sql;

@QuarkusTest
@QuarkusTestResource(Peers.class)
class AnswerPruningTest {
    @TestHTTPResource(value = "/", management = true)
    URL management;

    @Inject
    AnswerPruning pruning;

    @Test
    void anAnswerIsForgottenAfterAWeekAndNotBefore() throws SQLException {
        Maker maker = Maker.verified();
        String old = UUID.randomUUID().toString();
        String young = UUID.randomUUID().toString();
        String first = created(maker, old);
        String second = created(maker, young);
        Sql.execute("update work.idempotency set created_at = now() - interval '7 days 1 minute' where key = '" + old
                + "'");
        Sql.execute("update work.idempotency set created_at = now() - interval '6 days 23 hours' where key = '" + young
                + "'");

        double expired = Scrape.of(management.toString()).sum("livelabel_answers_expired");
        await().until(() -> !pruning.work());

        assertThat(expired).isPositive();
        assertThat(Scrape.of(management.toString()).sum("livelabel_answers_expired"))
                .isZero();
        assertThat(created(maker, young)).isEqualTo(second);
        assertThat(created(maker, old)).isNotEqualTo(first);
    }

    private static String created(Maker maker, String key) {
        return maker.asked(maker.token(), key)
                .body("{\"publisher\":\"" + maker.organisation + "\"}")
                .post("/v1/products")
                .path("id");
    }
}
