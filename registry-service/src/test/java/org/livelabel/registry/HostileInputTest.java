package org.livelabel.registry;

import static io.restassured.RestAssured.get;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.livelabel.gates.hostile.Caller;
import org.livelabel.gates.hostile.HostileReport;
import org.livelabel.gates.hostile.HostileWalk;
import org.livelabel.issuer.TestToken;
import org.livelabel.registry.testing.Drafts;
import org.livelabel.registry.testing.Maker;
import org.livelabel.registry.testing.Peers;
import org.livelabel.registry.testing.PolicyBody;

/** Whatever is sent, to whatever is offered: no failure on our side, and what is refused is refused with a problem document. */
@QuarkusTest
@Tag("slow")
@QuarkusTestResource(Peers.class)
class HostileInputTest {
    private static final String OURS = "https://livelabel.org/schemas/";
    /** What is in no public document. */
    private static final String INTERNAL = """
            {"paths": {"/internal/organisations/{id}": {"put": {
              "parameters": [{"name": "id", "in": "path"}],
              "requestBody": {"content": {"application/json": {"schema":
                {"$ref": "https://livelabel.org/schemas/organisation/1"}}}}}}}}""";

    @TestHTTPResource("/")
    URI service;

    @Test
    void nothingThatIsSentMakesTheServiceFail() {
        Maker maker = Maker.verified();
        Maker operator = Maker.operator();
        Known known = Known.of(maker);

        HostileReport report = HostileWalk.walk(
                service,
                given().queryParam("format", "json").get("/q/openapi").asString(),
                HostileInputTest::schema,
                List.of(
                        Caller.anonymous(known),
                        Caller.of("publisher", bearer(maker.token()), known),
                        Caller.of("operator", bearer(operator.token()), known)));

        System.out.println("registry-service: " + report);
        assertThat(report.offences()).isEmpty();
        assertThat(report.requests()).isGreaterThan(5_000);
        // it came further than the door
        assertThat(report.answers("publisher", 2)).isGreaterThan(500);
    }

    @Test
    void nothingThatIsSentAsAnotherServiceMakesTheServiceFail() {
        String organisation = UUID.randomUUID().toString();
        Caller.Values known =
                (path, parameter) -> parameter.equals("id") ? Optional.of(organisation) : Optional.empty();

        HostileReport report = HostileWalk.walk(
                service,
                INTERNAL,
                HostileInputTest::schema,
                List.of(
                        Caller.anonymous(known),
                        Caller.of("service", bearer(Peers.token().client("account-service")), known)));

        System.out.println("registry-service, internal: " + report);
        assertThat(report.offences()).isEmpty();
        assertThat(report.answers("service", 2)).isGreaterThan(20);
    }

    private static Map<String, String> bearer(TestToken token) {
        return Map.of("Authorization", "Bearer " + token.signed());
    }

    private static String schema(String reference) {
        return get(reference.replace(OURS, "/v1/schemas/")).asString();
    }

    /** What each operation works with. */
    private record Known(String organisation, String product, String gtin, String policy, String blob, String category)
            implements Caller.Values {
        static Known of(Maker maker) {
            String gtin = Maker.freeGtin();
            String product = maker.published(own(gtin, Drafts.camera(gtin)));
            maker.write(product, 1, own(gtin, Drafts.camera(gtin, "2030-06-30", ", \"reason\": {\"en\": \"Less\"}")))
                    .then()
                    .statusCode(204);
            maker.publish(product).then().statusCode(200);
            maker.command("/v1/products/" + product + "/firmware", """
                            {"version": "1.0", "released_on": "2025-03-03", "sha256": "%s", "size": 10, "signed": true,
                             "anti_rollback": false}""".formatted("0".repeat(64)))
                    .then()
                    .statusCode(201);
            String policy = PolicyBody.privacyNotice("Text one.").published(maker);
            PolicyBody.privacyNotice("Text two.")
                    .supersedes(policy, 1, "editorial")
                    .published(maker);
            String blob = get("/v1/products/" + product).path("disclosure.document.sha256");
            return new Known(maker.organisation, product, gtin, policy, blob, "camera");
        }

        /** Its disclosure will be withheld: no other product may say the same. */
        private static String own(String gtin, String draft) {
            return draft.replace("Records to its card", "Records to its card " + gtin);
        }

        @Override
        public Optional<String> of(String path, String parameter) {
            return Optional.ofNullable(
                    switch (parameter) {
                        case "id" ->
                            path.startsWith("/v1/organisations")
                                    ? organisation
                                    : path.startsWith("/v1/frameworks") ? "ota" : product;
                        case "/publisher" -> organisation;
                        case "organisation", "publisher" -> path.equals("/v1/products") ? null : organisation;
                        case "gtin" -> path.equals("/v1/compare") ? gtin + "," + gtin : gtin;
                        case "policy" -> policy;
                        case "sha256" -> blob;
                        case "category" -> path.contains("{category}") ? category : null;
                        case "kind" -> path.contains("{kind}") ? "privacy_notice" : null;
                        case "version" -> path.contains("firmware") ? "1.0" : "1";
                        case "n", "from" -> "1";
                        case "to" -> "2";
                        case "name" -> "draft";
                        case "Idempotency-Key" -> UUID.randomUUID().toString();
                        case "If-Match" -> "\"draft-2\"";
                        default -> null;
                    });
        }
    }
}
