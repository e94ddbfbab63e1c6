package org.livelabel.registry.released;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.restassured.response.Response;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import org.livelabel.conduct.Sha256;
import org.livelabel.gates.released.ReleasedLog.Line;
import org.livelabel.gs1.Gtin;
import org.livelabel.gs1.InvalidGtinException;
import org.livelabel.registry.log.ProjectionRebuild;
import org.livelabel.registry.testing.Maker;
import org.livelabel.registry.testing.Peers;
import org.livelabel.registry.testing.PolicyBody;
import org.livelabel.registry.testing.TestClock;

/** Publishes through the API, each command at a moment of its own, and keeps every document before somebody withholds it. */
final class Author {
    /** Longer than a command could ever take, and of a length that shows all digits of the time. */
    private static final Duration BETWEEN = Duration.ofSeconds(421).plusNanos(7_013_000);

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.SSSSSS'Z'").withZone(ZoneOffset.UTC);

    private final ObjectMapper mapper = new ObjectMapper();
    private final Map<String, byte[]> documents = new HashMap<>();
    private final ProjectionRebuild projections;
    private final Supplier<UUID> ids;
    private Instant now = Instant.EPOCH;

    Author(ProjectionRebuild projections, Supplier<UUID> ids) {
        this.projections = projections;
        this.ids = ids;
    }

    /** All documents of the log so far, erased ones too. */
    Map<String, byte[]> documents() throws SQLException {
        documents.putAll(LogTables.blobs());
        return documents;
    }

    /** From here on it is this day's morning. */
    void on(String day) {
        Instant morning = LocalDate.parse(day).atTime(LocalTime.of(8, 30)).toInstant(ZoneOffset.UTC);
        assertThat(morning).isAfter(now);
        now = morning;
        TestClock.stop(now);
    }

    private void later() {
        now = now.plus(BETWEEN);
        TestClock.stop(now);
    }

    /** Somebody who may act for an organisation of this kind. */
    Maker member(String organisation, String kind) {
        String person = UUID.nameUUIDFromBytes(("person of " + organisation).getBytes(StandardCharsets.UTF_8))
                .toString();
        Peers.member(person, organisation, kind, true, "editor", "publisher");
        return new Maker(person, organisation);
    }

    /** What account-service says of an organisation. */
    void organisation(Maker maker, String facts) {
        later();
        done(given().auth()
                .oauth2(Peers.token().client("account-service").signed())
                .contentType("application/json")
                .body(facts)
                .put("/internal/organisations/" + maker.organisation));
    }

    /** A product of the maker's own. */
    String product(Maker maker, String draft) {
        return product(maker, maker, draft);
    }

    /** A product that an operator lists of a maker that is not here. */
    String product(Maker publisher, Maker maker, String draft) {
        later();
        String id = done(publisher.command(
                        "/v1/products",
                        "{\"publisher\":\"%s\",\"manufacturer\":\"%s\"}"
                                .formatted(publisher.organisation, maker.organisation)))
                .path("id");
        change(publisher, id, draft);
        return id;
    }

    /** Everything about a product, said anew in one command. */
    void change(Maker publisher, String product, String draft) {
        later();
        done(publisher
                .asked()
                .header("If-Match", publisher.draftTag(product))
                .body(draft)
                .put("/v1/products/" + product + "/draft"));
        done(publisher.publish(product));
    }

    void command(Maker who, String path, String body) {
        later();
        done(who.command(path, body));
    }

    /** @return the policy's id */
    String policy(Maker who, PolicyBody body) {
        later();
        return done(body.publish(who)).path("policy_id");
    }

    void withhold(Maker operator, String sha256, String reason) throws SQLException {
        documents();
        command(operator, "/v1/blobs/" + sha256 + ":withhold", "{\"reason\": \"" + reason + "\"}");
    }

    /**
     * An entry as a writer of an earlier release made it, which today's would not. The envelope was always the same but for the
     * name of the schema, which those did not have.
     *
     * @param document JSON; null for an entry without one
     */
    void asItWasWritten(String type, String subject, Maker manufacturer, String data, String document)
            throws SQLException {
        later();
        ObjectNode all = mapper.createObjectNode()
                .put("effective_on", LocalDate.ofInstant(now, ZoneOffset.UTC).toString());
        all.setAll((ObjectNode) json(data));
        Map<String, byte[]> blobs = Map.of();
        if (document != null) {
            byte[] bytes = json(document).toString().getBytes(StandardCharsets.UTF_8);
            String sha256 = Sha256.of(bytes);
            blobs = Map.of(sha256, bytes);
            all.putObject("document")
                    .put("sha256", sha256)
                    .put("media_type", "application/json")
                    .put("size", bytes.length);
        }
        List<Line> before = LogTables.entries();
        ObjectNode event = mapper.createObjectNode()
                .put("specversion", "1.0")
                .put("id", "%012d".formatted(before.size()))
                .put("source", "registry.test/log")
                .put("type", "org.livelabel." + type + ".v1")
                .put("subject", subject)
                .put("time", TIME.format(now))
                .put("datacontenttype", "application/json")
                .put("publicationid", ids.get().toString())
                .put("manufacturer", manufacturer.organisation)
                .put("publisher", manufacturer.organisation);
        event.set("data", all);
        LogTables.add(List.of(new Line(event.toString().getBytes(StandardCharsets.UTF_8))), blobs);
        projections.catchUp();
    }

    /** The digest of a document that the last entry names. */
    String lastDocument(String pointer) throws SQLException {
        return LogTables.entries().getLast().json().at(pointer + "/sha256").asText();
    }

    /** A number from GS1's demonstration range, as it is on the pack. */
    static String gtin(int n) {
        return complete("952%09d".formatted(100_000_000 + n)).onPack();
    }

    /** Such as shops give to what they weigh, in 14 digits. */
    static String shopNumber(int n) {
        return complete("02%010d".formatted(n)).value();
    }

    private static Gtin complete(String body) {
        for (char check = '0'; check <= '9'; check++) {
            try {
                return Gtin.parse(body + check);
            } catch (InvalidGtinException e) {
                continue;
            }
        }
        throw new AssertionError(body);
    }

    private static Response done(Response response) {
        assertThat(response.statusCode()).as(response.asString()).isBetween(200, 204);
        return response;
    }

    private static JsonNode json(String text) {
        return new Line(text.getBytes(StandardCharsets.UTF_8)).json();
    }
}
