package org.livelabel.account;

import static io.restassured.RestAssured.get;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.livelabel.account.testing.Surroundings;
import org.livelabel.gates.ApiSnapshot;

@QuarkusTest
@QuarkusTestResource(Surroundings.class)
class ApiSnapshotTest {
    @Test
    void theApiIsTheReviewedOne() {
        ApiSnapshot.verify(get("/q/openapi").asString(), Path.of("../api/account-service.yaml"));
    }
}
