package org.livelabel.registry.withholding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.Response;
import java.sql.Connection;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.livelabel.registry.testing.Drafts;
import org.livelabel.registry.testing.Maker;
import org.livelabel.registry.testing.Peers;
import org.livelabel.registry.testing.Sql;

/** Whoever withholds searches for longer than other requests may take. */
@QuarkusTest
@QuarkusTestResource(Peers.class)
@TestProfile(LongWithholdingTest.LittlePatience.class)
class LongWithholdingTest {
    /** With requests that change something, not with long work. */
    public static class LittlePatience implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of("livelabel.database.patience.write", "PT1S", "livelabel.background", "false");
        }
    }

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
        return !Sql.list("select pid from pg_locks where not granted"
                        + " and waitstart < clock_timestamp() - interval '1500 ms'")
                .isEmpty();
    }
}
