package org.livelabel.registry.released;

import static io.restassured.RestAssured.given;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.restassured.response.Response;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.zip.GZIPInputStream;
import org.livelabel.gates.released.KeptAnswers;
import org.livelabel.gates.released.ReleasedLog.Line;
import org.livelabel.registry.testing.TestClock;

/** What everybody can read, as far as it follows from a log and from the day: by file name. */
final class PublicAnswers {
    /** A day after the last entry. */
    private static final Instant NOW = Instant.parse("2026-11-24T12:00:00Z");

    /** When most promises have run out. */
    private static final Instant LATER = Instant.parse("2031-07-01T00:00:00Z");

    private static final List<String> PAST_DAYS = List.of("2026-04-30", "2026-06-30", "2026-10-31");

    private static final ObjectMapper MAPPER = new ObjectMapper();

    private final List<Line> entries;
    private final Map<String, String> files = new TreeMap<>();
    private ObjectNode file = MAPPER.createObjectNode();

    private PublicAnswers(List<Line> entries) {
        this.entries = entries;
    }

    static Map<String, String> of(List<Line> entries) {
        PublicAnswers answers = new PublicAnswers(entries);
        TestClock.stop(NOW);
        answers.products();
        answers.organisations();
        answers.numbers();
        answers.finding();
        answers.documents();
        TestClock.stop(LATER);
        answers.later();
        return answers.files;
    }

    private void products() {
        for (String id : subjects("products/")) {
            String product = "/v1/products/" + id;
            get(product);
            for (String part : List.of("/support", "/support.ics", "/openeox.json", "/disclosures?limit=200")) {
                get(product + part);
            }
            versions(id, "org.livelabel.disclosure.published.v1").forEach(n -> {
                get(product + "/disclosures/" + n);
                if (n > 1) {
                    get(product + "/disclosures/diff?from=" + (n - 1) + "&to=" + n);
                }
            });
            for (String part : List.of("/disclosure", "/firmware?limit=200", "/policies", "/feed.atom")) {
                get(product + part);
            }
            get(product + "/policies/privacy_notice/versions");
            get(product + "/policies?on=2026-08-31");
            for (String day : PAST_DAYS) {
                get(product + "?on=" + day);
                get(product + "/support?on=" + day);
                get(product + "/disclosure?on=" + day);
                get(product + "/firmware?on=" + day);
            }
            end("products/" + id);
        }
    }

    private void organisations() {
        for (String id : subjects("organisations/")) {
            String organisation = "/v1/organisations/" + id;
            for (String part : List.of("", "/policies", "/feed.atom")) {
                get(organisation + part);
            }
            for (Line entry : entries) {
                JsonNode event = entry.json();
                JsonNode data = event.get("data");
                if (event.get("subject").asText().equals("organisations/" + id) && data.has("policy")) {
                    String policy = "/v1/policies/" + data.get("policy").asText();
                    int version = data.get("version").asInt();
                    get(policy + "/versions/" + version);
                    if (version > 1) {
                        get(policy + "/diff?from=" + (version - 1) + "&to=" + version);
                    } else {
                        get(policy);
                        get(policy + "/versions?on=2026-05-31");
                    }
                }
            }
            end("organisations/" + id);
        }
        get("/v1/organisations?limit=200");
        end("organisations");
    }

    private void numbers() {
        Set<String> gtins = new TreeSet<>();
        for (Line entry : entries) {
            entry.json().at("/data/gtins").forEach(gtin -> gtins.add(gtin.asText()));
        }
        for (String gtin : gtins) {
            getIds("/v1/products/by-gtin/" + gtin);
            getIds("/v1/products/by-gtin/" + gtin + "?on=2026-06-30");
        }
        ObjectNode question = MAPPER.createObjectNode();
        question.set("gtins", MAPPER.valueToTree(gtins));
        put(
                "POST /v1/products:lookup",
                given().contentType("application/json")
                        .body(question.toString())
                        .post("/v1/products:lookup"));
        get("/v1/compare?gtin=" + String.join("&gtin=", gtins.stream().limit(4).toList()));
        end("numbers");
    }

    private void finding() {
        String search = "/v1/products?limit=200";
        get(search + "&facets=true");
        for (String query : List.of(
                "&sort=changed",
                "&sort=support_end",
                "&listing=listed&listing=superseded&listing=withdrawn&listing=orphaned",
                "&standing=suspended&standing=revoked",
                "&q=halden",
                "&q=waschmaschine",
                "&works_offline=yes",
                "&collects=camera",
                "&support_status=supported")) {
            getIds(search + query);
        }
        for (String category : categories()) {
            get("/v1/categories/" + category + "/statistics");
        }
        put("GET /v1/export/products.ndjson.gz", lines(unpacked(given().get("/v1/export/products.ndjson.gz"))));
        end("finding");
    }

    private void documents() {
        Set<String> names = new TreeSet<>();
        entries.forEach(entry -> names(entry.json().get("data"), names));
        for (String sha256 : names) {
            Response blob = given().get("/v1/blobs/" + sha256);
            file.put(sha256, blob.statusCode() + " " + blob.contentType());
        }
        end("documents");
    }

    private void later() {
        for (String id : subjects("products/")) {
            get("/v1/products/" + id);
        }
        getIds("/v1/products?limit=200&support_status=ended");
        end("later");
    }

    private Set<String> subjects(String kind) {
        Set<String> ids = new LinkedHashSet<>();
        for (Line entry : entries) {
            String subject = entry.json().get("subject").asText();
            if (subject.startsWith(kind)) {
                ids.add(subject.substring(kind.length()));
            }
        }
        return ids;
    }

    private List<Integer> versions(String product, String type) {
        return entries.stream()
                .map(Line::json)
                .filter(event -> event.get("subject").asText().equals("products/" + product))
                .filter(event -> event.get("type").asText().equals(type))
                .map(event -> event.at("/data/version").asInt())
                .toList();
    }

    private Set<String> categories() {
        Set<String> categories = new TreeSet<>();
        for (Line entry : entries) {
            JsonNode category = entry.json().at("/data/category");
            if (category.isTextual()) {
                categories.add(category.asText());
            }
        }
        return categories;
    }

    private static void names(JsonNode node, Set<String> names) {
        if (node.has("sha256")) {
            names.add(node.get("sha256").asText());
        }
        node.forEach(child -> names(child, names));
    }

    private void get(String address) {
        Response response = answer(address);
        if (response.statusCode() == 404) {
            file.put("GET " + address, "404 " + response.path("type"));
        } else {
            put("GET " + address, response);
        }
    }

    /** Which products are found, and in which order: what they are is told elsewhere. */
    private void getIds(String address) {
        Response response = answer(address);
        JsonNode found = new Line(response.asByteArray()).json();
        JsonNode ids = found.has("items")
                ? MAPPER.valueToTree(found.get("items")
                        .valueStream()
                        .map(item -> item.get("id").asText())
                        .toList())
                : found.path("id");
        file.set("GET " + address, response.statusCode() == 200 ? ids : found.get("type"));
    }

    private static Response answer(String address) {
        return given().urlEncodingEnabled(false).get(address);
    }

    private void put(String request, Response response) {
        String type = String.valueOf(response.contentType());
        if (type.contains("json")) {
            put(request, new Line(response.asByteArray()).json());
        } else {
            put(request, lines(new String(response.asByteArray(), StandardCharsets.UTF_8)));
        }
    }

    private void put(String request, JsonNode answer) {
        file.set(request, answer);
    }

    /** A line to a line, or nobody could read a difference. */
    private static ArrayNode lines(String text) {
        ArrayNode lines = MAPPER.createArrayNode();
        text.replace("><", ">\n<").lines().forEach(lines::add);
        return lines;
    }

    private void end(String name) {
        files.put(name + ".json", KeptAnswers.readable(file));
        file = MAPPER.createObjectNode();
    }

    private static String unpacked(Response response) {
        try (var in = new GZIPInputStream(new ByteArrayInputStream(response.asByteArray()))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
