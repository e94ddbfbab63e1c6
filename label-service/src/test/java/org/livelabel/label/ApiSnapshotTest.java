package org.livelabel.label;

import static io.restassured.RestAssured.given;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.livelabel.gates.ApiSnapshot;

@QuarkusTest
@QuarkusTestResource(LabelService.class)
class ApiSnapshotTest {
    @Test
    void isTheReviewedContract() {
        ApiSnapshot.verify(given().get("/q/openapi").asString(), Path.of("../api/label-service.yaml"));
    }
}
