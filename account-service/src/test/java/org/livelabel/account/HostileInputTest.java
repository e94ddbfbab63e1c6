package org.livelabel.account;

import static io.restassured.RestAssured.get;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.livelabel.account.organisation.Kind;
import org.livelabel.account.organisation.Role;
import org.livelabel.account.testing.Given;
import org.livelabel.account.testing.Surroundings;
import org.livelabel.gates.hostile.Caller;
import org.livelabel.gates.hostile.HostileReport;
import org.livelabel.gates.hostile.HostileWalk;
import org.livelabel.issuer.TestIssuer;

/** Whatever is sent, to whatever is offered: no failure on our side, and what is refused is refused with a problem document. */
@QuarkusTest
@QuarkusTestResource(Surroundings.class)
class HostileInputTest {
    /** What is in no public document. */
    private static final String INTERNAL = """
            {"paths": {"/internal/authorizations": {"get": {"parameters": [{"name": "subject", "in": "query"}]}}}}""";

    @TestHTTPResource("/")
    URI service;

    @Inject
    Given organisations;

    TestIssuer issuer;

    @Test
    void nothingThatIsSentMakesTheServiceFail() {
        UUID operator = UUID.randomUUID();
        UUID organisation = organisations.verified(Kind.OPERATOR, operator, Role.OWNER, Role.PUBLISHER);
        Caller.Values known = (path, parameter) -> Optional.ofNullable(
                switch (parameter) {
                    case "id" -> organisation.toString();
                    case "subject" -> operator.toString();
                    case "Idempotency-Key" -> UUID.randomUUID().toString();
                    default -> null;
                });

        List<Caller> callers = List.of(
                Caller.anonymous(known),
                Caller.of(
                        "publisher",
                        bearer(issuer.token().subject(operator.toString()).signed()),
                        known),
                Caller.of(
                        "service",
                        bearer(issuer.token().client("registry-service").signed()),
                        known));

        HostileReport report = HostileWalk.walk(
                service,
                given().queryParam("format", "json").get("/q/openapi").asString(),
                address -> get(address).asString(),
                callers);
        HostileReport internal = HostileWalk.walk(service, INTERNAL, address -> "{}", callers);

        System.out.println("account-service: " + report + "; internal: " + internal);
        assertThat(report.offences()).isEmpty();
        assertThat(report.requests() + internal.requests()).isGreaterThan(500);
        // it came further than the door
        assertThat(report.answers("publisher", 2)).isGreaterThan(50);
        assertThat(internal.offences()).isEmpty();
        assertThat(internal.answers("service", 2)).isGreaterThan(20);
    }

    private static Map<String, String> bearer(String token) {
        return Map.of("Authorization", "Bearer " + token);
    }
}
