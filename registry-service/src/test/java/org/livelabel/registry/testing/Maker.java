package org.livelabel.registry.testing;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.time.Duration;
import java.util.UUID;
import org.livelabel.gs1.Gtin;
import org.livelabel.issuer.TestToken;

/** An organisation with one member who may do everything, and the requests that such a person sends. */
public final class Maker {
    private static int nextGtin = 1;

    public final String subject;
    public final String organisation;

    public Maker() {
        this(UUID.randomUUID().toString(), UUID.randomUUID().toString());
    }

    /** One whose ids are known before, for a log that is the same each time. */
    public Maker(String subject, String organisation) {
        this.subject = subject;
        this.organisation = organisation;
    }

    /** A verified manufacturer, known to the log. */
    public static Maker verified() {
        return make("manufacturer", true);
    }

    public static Maker operator() {
        return make("operator", true);
    }

    public static Maker make(String kind, boolean verified) {
        Maker maker = new Maker();
        maker.publishFacts("Halden Home " + maker.organisation.substring(0, 8), kind, verified)
                .then()
                .statusCode(200);
        Peers.member(maker.subject, maker.organisation, kind, verified, "editor", "publisher");
        return maker;
    }

    public Response publishFacts(String name, String kind, boolean verified) {
        return given().auth()
                .oauth2(Peers.token().client("account-service").signed())
                .contentType("application/json")
                .body("{\"name\":\"%s\",\"kind\":\"%s\",\"verified\":%s,\"suspended\":false}"
                        .formatted(name, kind, verified))
                .put("/internal/organisations/" + organisation);
    }

    public TestToken token() {
        return Peers.token().subject(subject).signedIn(TestClock.offset().negated());
    }

    public RequestSpecification asked() {
        return asked(token());
    }

    public RequestSpecification asked(TestToken token) {
        return asked(token, UUID.randomUUID().toString());
    }

    public RequestSpecification asked(TestToken token, String idempotencyKey) {
        return given().auth()
                .oauth2(token.signed())
                .contentType("application/json")
                .header("Idempotency-Key", idempotencyKey);
    }

    /** @return the product's id */
    public String newProduct() {
        Response response =
                asked().body("{\"publisher\":\"" + organisation + "\"}").post("/v1/products");
        assertThat(response.statusCode()).isEqualTo(201);
        return response.path("id");
    }

    public Response write(String product, int version, String draft) {
        return asked().header("If-Match", "\"draft-" + version + "\"")
                .body(draft)
                .put("/v1/products/" + product + "/draft");
    }

    public Response publish(String product) {
        return publish(product, token());
    }

    public Response publish(String product, TestToken token) {
        return asked(token).header("If-Match", draftTag(product)).post("/v1/products/" + product + "/draft:publish");
    }

    /** The ETag of the draft as it stands. */
    public String draftTag(String product) {
        String tag = asked().get("/v1/products/" + product + "/draft").header("ETag");
        return tag == null ? "\"draft-0\"" : tag;
    }

    /** Sends a command with a key of its own. */
    public Response command(String path, String body) {
        return asked().body(body).post(path);
    }

    /** A product with this draft, published. */
    public String published(String draft) {
        String product = newProduct();
        assertThat(write(product, 0, draft).statusCode()).isEqualTo(204);
        Response response = publish(product);
        assertThat(response.statusCode()).as(response.asString()).isEqualTo(200);
        return product;
    }

    public static TestToken signedInMinutesAgo(TestToken token, int minutes) {
        return token.signedIn(Duration.ofMinutes(minutes));
    }

    /** A number that no other test uses, in the form of the barcode. */
    public static synchronized String freeGtin() {
        String body = "952%09d".formatted(900_000_000 + nextGtin++);
        for (char check = '0'; check <= '9'; check++) {
            try {
                return Gtin.parse(body + check).onPack();
            } catch (IllegalArgumentException e) {
                continue;
            }
        }
        throw new AssertionError();
    }
}
