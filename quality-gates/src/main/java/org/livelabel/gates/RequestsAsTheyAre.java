package org.livelabel.gates;

import io.quarkus.test.junit.callback.QuarkusTestBeforeEachCallback;
import io.quarkus.test.junit.callback.QuarkusTestMethodContext;
import io.restassured.RestAssured;
import io.restassured.config.RestAssuredConfig;
import io.restassured.specification.FilterableRequestSpecification;

/**
 * REST-assured writes down every request and answer, for the case that an expectation fails. It does so as it was sent: to lay
 * out ten thousand brackets takes ten seconds and a gigabyte.
 */
public final class RequestsAsTheyAre implements QuarkusTestBeforeEachCallback {
    @Override
    public void beforeEach(QuarkusTestMethodContext context) {
        RestAssured.config = asTheyAre(RestAssured.config());
        // what Quarkus has made for all requests has its own
        if (RestAssured.requestSpecification instanceof FilterableRequestSpecification all) {
            all.config(asTheyAre(all.getConfig()));
        }
    }

    private static RestAssuredConfig asTheyAre(RestAssuredConfig config) {
        return config.logConfig(config.getLogConfig().enablePrettyPrinting(false));
    }
}
