package org.livelabel.registry.publishing;

import static io.restassured.RestAssured.given;

import org.livelabel.registry.testing.Maker;
import org.livelabel.registry.testing.Peers;

/** account-service tells the log that an organisation is suspended, as it does when an operator has done that there. */
final class Suspension {
    private Suspension() {}

    static void of(Maker maker, String kind) {
        given().auth()
                .oauth2(Peers.token().client("account-service").signed())
                .contentType("application/json")
                .body("{\"name\":\"Halden Home\",\"kind\":\"%s\",\"verified\":true,\"suspended\":true}".formatted(kind))
                .put("/internal/organisations/" + maker.organisation)
                .then()
                .statusCode(200);
    }
}
