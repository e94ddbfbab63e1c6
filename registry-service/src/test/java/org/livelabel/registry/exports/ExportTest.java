package org.livelabel.registry.exports;

import static io.restassured.RestAssured.get;
import static io.restassured.RestAssured.given;
import static io.restassured.RestAssured.head;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusMock;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongConsumer;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.livelabel.registry.ratelimit.Places;
import org.livelabel.registry.testing.Drafts;
import org.livelabel.registry.testing.Maker;
import org.livelabel.registry.testing.Peers;

@QuarkusTest
@QuarkusTestResource(Peers.class)
class ExportTest {
    private static final String EXPORT = "/v1/export/products.ndjson.gz";

    private final ObjectMapper mapper = new ObjectMapper();

    @Inject
    ExportResource export;

    @Inject
    ProductExport products;

    @TestHTTPResource
    URI address;

    @Test
    void allProductsAreThereInOrderWithTheIndexTheyStandForAndAnEnd() throws IOException {
        Maker maker = Maker.verified();
        List<String> published = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            published.add(maker.published(Drafts.camera(Maker.freeGtin())));
        }
        String lastIndex =
                get("/v1/products/" + published.getLast()).path("as_of_index").toString();

        Response export = get(EXPORT);

        List<JsonNode> lines = lines(export);
        assertThat(export.contentType()).isEqualTo("application/gzip");
        assertThat(export.header("LiveLabel-Log-Index")).isEqualTo(lastIndex);
        assertThat(lines.getFirst().get("as_of_index").asText()).isEqualTo(lastIndex);
        assertThat(lines.getLast().get("end").asBoolean()).isTrue();
        List<JsonNode> products = lines.subList(1, lines.size() - 1);
        assertThat(lines.getLast().get("count").asInt()).isEqualTo(products.size());
        List<String> ids = products.stream().map(p -> p.get("id").asText()).toList();
        assertThat(ids).containsAll(published).isSorted().doesNotHaveDuplicates();
        JsonNode one = products.get(ids.indexOf(published.getFirst()));
        assertThat(one)
                .isEqualTo(mapper.readTree(
                        get("/v1/products/" + published.getFirst()).asString()));
    }

    @Test
    void whoHasItAlreadyIsToldSoUntilSomethingIsPublished() {
        Maker maker = Maker.verified();
        String tag = get(EXPORT).header("ETag");

        Response same = given().header("If-None-Match", tag).get(EXPORT);
        Response asked = head(EXPORT);
        maker.published(Drafts.identityOnly("New"));
        Response after = given().header("If-None-Match", tag).get(EXPORT);

        assertThat(same.statusCode()).isEqualTo(304);
        assertThat(asked.header("ETag")).isEqualTo(tag);
        assertThat(after.statusCode()).isEqualTo(200);
    }

    @Test
    void whoFindsNoPlaceIsToldAtOnceWhenToComeBack() {
        Places.Place one = export.places.take("one");
        Places.Place other = export.places.take("other");

        Response refused = get(EXPORT);
        one.free();
        Response taken = get(EXPORT);
        other.free();

        assertThat(refused.statusCode()).isEqualTo(503);
        assertThat(refused.<String>path("type")).endsWith("/busy");
        assertThat(refused.header("Retry-After")).isEqualTo("60");
        assertThat(taken.statusCode()).isEqualTo(200);
    }

    @Test
    void oneAddressDoesNotTakeAllPlaces() {
        Places places = new Places(3, 1);

        Places.Place first = places.take("here");
        Places.Place second = places.take("here");
        Places.Place elsewhere = places.take("there");
        first.free();
        first.free();

        assertThat(second).isNull();
        assertThat(elsewhere).isNotNull();
        assertThat(places.left()).isEqualTo(2);
        assertThat(places.take("here")).isNotNull();
    }

    @Test
    void whoGoesAwayLeavesAFreePlace() throws IOException {
        for (int i = 0; i < 20; i++) {
            try (Socket caller = new Socket(address.getHost(), address.getPort())) {
                caller.getOutputStream()
                        .write(("GET " + EXPORT + " HTTP/1.1\r\nHost: x\r\n\r\n").getBytes(StandardCharsets.US_ASCII));
                // with an unread answer the connection is reset, not closed
                caller.setSoLinger(true, 0);
            }
        }

        await().until(() -> export.places.left() == 2);
        assertThat(get(EXPORT).statusCode()).isEqualTo(200);
    }

    @Test
    void aReaderThatTakesNothingLosesItsPlace() throws IOException {
        QuarkusMock.installMockForInstance(
                new ProductExport(null, null, null, null, null) {
                    @Override
                    void write(OutputStream out, LocalDate day, LongConsumer starts) {
                        starts.accept(0);
                        try {
                            while (true) {
                                out.write(new byte[8192]);
                            }
                        } catch (IOException e) {
                            throw new UncheckedIOException(e);
                        }
                    }
                },
                products);
        try (Socket caller = new Socket(address.getHost(), address.getPort())) {
            caller.getOutputStream()
                    .write(("GET " + EXPORT + " HTTP/1.1\r\nHost: x\r\n\r\n").getBytes(StandardCharsets.US_ASCII));
            await().until(() -> export.places.left() == 1);

            await().untilAsserted(() -> assertThat(export.places.left()).isEqualTo(2));
        }
    }

    private List<JsonNode> lines(Response export) throws IOException {
        try (var in = new GZIPInputStream(new ByteArrayInputStream(export.asByteArray()))) {
            List<JsonNode> lines = new ArrayList<>();
            for (String line : new String(in.readAllBytes(), StandardCharsets.UTF_8).split("\n")) {
                lines.add(mapper.readTree(line));
            }
            return lines;
        }
    }
}
