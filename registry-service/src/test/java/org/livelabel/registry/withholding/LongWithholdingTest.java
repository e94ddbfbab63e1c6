package org.livelabel.registry.withholding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.Response;
import java.sql.Connection;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.livelabel.registry.testing.Drafts;
import org.livelabel.registry.testing.Haste;
import org.livelabel.registry.testing.Maker;
import org.livelabel.registry.testing.Peers;
import org.livelabel.registry.testing.Sql;

/** Whoever withholds searches for longer than other requests may take. */
@QuarkusTest
@Tag("slow")
@QuarkusTestResource(Peers.class)
@TestProfile(Haste.class)
class LongWithholdingTest {
    @Test
    void aSearchIsNotCutOffAtTheEndOfARequestsPatience() throws Exception {
        String product = Maker.verified().published(Drafts.identityOnly("Ann Example"));
        String document = Sql.one("select convert_from(event, 'UTF8')::json #>> '{data,document,sha256}' from log.entry"
                + " where subject = 'products/" + product + "'"
                + " and convert_from(event, 'UTF8')::json #>> '{data,document,sha256}' is not null");
        Maker operator = Maker.operator();
        CompletableFuture<Response> withheld;

        try (Connection lines = Sql.begin("lock table work.import_row in access exclusive mode")) {
            withheld = CompletableFuture.supplyAsync(
                    () -> operator.command("/v1/blobs/" + document + ":withhold", "{\"reason\": \"personal_data\"}"));
            CompletableFuture<Response> answer = withheld;
            await().until(() -> answer.isDone() || waitsForMoreThanASecond());
        }

        assertThat(withheld.join().statusCode()).isEqualTo(200);
    }

    private static boolean waitsForMoreThanASecond() {
        return Sql.waitingFor(Duration.ofMillis(1500)) > 0;
    }
}
