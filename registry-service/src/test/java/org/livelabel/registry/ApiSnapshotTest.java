package org.livelabel.registry;

import static io.restassured.RestAssured.get;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.livelabel.gates.ApiSnapshot;
import org.livelabel.registry.testing.Peers;

@QuarkusTest
@QuarkusTestResource(Peers.class)
class ApiSnapshotTest {
    @Test
    void theApiIsTheReviewedOne() {
        ApiSnapshot.verify(get("/q/openapi").asString(), Path.of("../api/registry-service.yaml"));
    }
}
