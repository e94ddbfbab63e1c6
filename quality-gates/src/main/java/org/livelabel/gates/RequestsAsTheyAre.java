package org.livelabel.gates;

import io.quarkus.test.junit.callback.QuarkusTestBeforeEachCallback;
import io.quarkus.test.junit.callback.QuarkusTestMethodContext;
import io.restassured.RestAssured;

/**
 * REST-assured writes down every request and answer, for the case that an expectation fails. It does so as it was sent: to lay
 * out ten thousand brackets takes ten seconds and a gigabyte.
 */
public final class RequestsAsTheyAre implements QuarkusTestBeforeEachCallback {
    @Override
    public void beforeEach(QuarkusTestMethodContext context) {
        RestAssured.config = RestAssured.config()
                .logConfig(RestAssured.config().getLogConfig().enablePrettyPrinting(false));
    }
}
