package org.livelabel.registry.openapi;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Test;
import org.livelabel.registry.testing.Drafts;
import org.livelabel.registry.testing.Maker;
import org.livelabel.registry.testing.Peers;

/**
 * Sends every request of docs/api.md, in its order, and compares the answers that it shows. What is not shown may be there; a
 * list must be shown whole unless it has "…". A name with a dollar sign is taken from the answer, or has to be the same again.
 */
@QuarkusTest
@QuarkusTestResource(Peers.class)
class ApiGuideTest {
    private static final Path GUIDE = Path.of("../docs/api.md");
    /** What {@code ./start} publishes, so that the page is true there as well. */
    private static final Path SAMPLE = Path.of("../local/src/main/resources/sample/halden-home/camera.json");

    private static final String REGISTRY = "http://localhost:8081";
    private static final String ANYTHING = "…";
    private static final String NOT_TESTED = "# by hand";
    private static final String THOUSAND =
            "{\"gtins\": [" + String.join(",", Collections.nCopies(1000, "\"96385074\"")) + "]}";
    private static final Pattern EXAMPLE = Pattern.compile(
            "(?:<!-- test: (?<situation>[^>]*?) -->\n)?```sh\n(?<command>.*?)```\n(?:```http\n(?<answer>.*?)```)?",
            Pattern.DOTALL);
    private static final Pattern WORD = Pattern.compile("(?:'[^']*'|\"[^\"]*\"|[^\\s'\"])+");
    private static final Pattern QUOTED = Pattern.compile("'(?<literal>[^']*)'|\"(?<double>[^\"]*)\"|(?<bare>[^'\"]+)");
    private static final Pattern VARIABLE = Pattern.compile("\\$([a-z_]+)");

    private final ObjectMapper mapper = new ObjectMapper();
    private final Map<String, String> variables = new HashMap<>();

    /** An example as the page shows it. */
    private record Example(String situation, String command, String answer) {}

    @Test
    void everyExampleIsAnsweredAsShown() throws IOException {
        Maker maker = Maker.verified();
        ObjectNode camera = (ObjectNode) mapper.readTree(SAMPLE.toFile());
        camera.remove("product_ref");
        maker.published(camera.toString());
        variables.putAll(Map.of(
                "organisation", maker.organisation,
                "gtin", Maker.freeGtin(),
                "token", maker.token().signed()));

        List<Example> examples = examples(Files.readString(GUIDE));
        SoftAssertions.assertSoftly(page -> examples.forEach(example -> page.check(() -> {
            arrange(example.situation(), maker);
            compare(example, Request.of(words(example.command())).send());
        })));

        assertThat(examples).as("examples that were found on the page").hasSizeGreaterThan(12);
    }

    private static List<Example> examples(String page) {
        List<Example> examples = new ArrayList<>();
        int byHand = 0;
        Matcher matcher = EXAMPLE.matcher(page);
        while (matcher.find()) {
            if (matcher.group("command").startsWith(NOT_TESTED)) {
                byHand++;
                continue;
            }
            assertThat(matcher.group("answer"))
                    .as("the answer to " + matcher.group("command"))
                    .isNotNull();
            examples.add(new Example(
                    matcher.group("situation") == null ? "" : matcher.group("situation"),
                    matcher.group("command"),
                    matcher.group("answer")));
        }
        assertThat(byHand).as("what no test runs is the sign-in alone").isEqualTo(1);
        assertThat(page.split("```sh\n", -1)).as("commands on the page").hasSize(examples.size() + byHand + 1);
        assertThat(page.split("```http\n", -1)).as("answers on the page").hasSize(examples.size() + 1);
        return examples;
    }

    private void arrange(String situation, Maker maker) {
        switch (situation) {
            case "" -> {}
            case "the quota is used up" -> {
                for (int i = 0; i < 4; i++) {
                    stranger("198.51.100.61").body(THOUSAND).post("/v1/products:lookup");
                }
            }
            case "somebody publishes" -> maker.published(Drafts.identityOnly("Newer"));
            case "the person signed in an hour ago" ->
                variables.put(
                        "token", Maker.signedInMinutesAgo(maker.token(), 60).signed());
            case "the person signed in again" ->
                variables.put("token", maker.token().signed());
            default -> throw new AssertionError("docs/api.md names a situation that no test makes: " + situation);
        }
    }

    /** A command's words as a shell would pass them on. */
    private List<String> words(String command) {
        List<String> words = new ArrayList<>();
        Matcher word = WORD.matcher(command.replace("\\\n", " "));
        while (word.find()) {
            StringBuilder text = new StringBuilder();
            Matcher part = QUOTED.matcher(word.group());
            while (part.find()) {
                String literal = part.group("literal");
                String open = part.group("double") == null ? part.group("bare") : part.group("double");
                text.append(literal == null ? filled(open) : literal);
            }
            words.add(text.toString());
        }
        return words;
    }

    private String filled(String text) {
        return VARIABLE.matcher(text).replaceAll(name -> {
            assertThat(variables).as("what " + text + " needs").containsKey(name.group(1));
            return Matcher.quoteReplacement(variables.get(name.group(1)));
        });
    }

    private static io.restassured.specification.RequestSpecification stranger(String address) {
        return given().header("X-Forwarded-For", address).contentType("application/json");
    }

    /** What a curl command sends. */
    private record Request(String method, String path, Map<String, String> headers, String body) {
        static Request of(List<String> words) {
            assertThat(words.getFirst()).isEqualTo("curl");
            String method = "";
            String path = "";
            String body = "";
            Map<String, String> headers = new HashMap<>();
            for (int i = 1; i < words.size(); i++) {
                String word = words.get(i);
                switch (word) {
                    case "-i", "-s" -> {}
                    case "-X" -> method = words.get(++i);
                    case "-H" -> {
                        String[] header = words.get(++i).split(": ", 2);
                        headers.put(header[0], header[1]);
                    }
                    case "-d" -> body = words.get(++i);
                    case "|" -> {
                        assertThat(words.subList(i + 1, words.size())).containsExactly("gunzip");
                        i = words.size();
                    }
                    default -> {
                        assertThat(word).startsWith(REGISTRY + "/");
                        path = word.substring(REGISTRY.length());
                    }
                }
            }
            return new Request(
                    !method.isEmpty() ? method : body.isEmpty() ? "GET" : "POST",
                    path,
                    headers,
                    body.equals("@thousand-gtins.json") ? THOUSAND : body);
        }

        Response send() {
            // as if through a proxy: this machine itself has no quota in tests
            var request = given().urlEncodingEnabled(false)
                    .headers(headers)
                    .header("X-Forwarded-For", body.equals(THOUSAND) ? "198.51.100.61" : "198.51.100.60");
            return (body.isEmpty() ? request : request.body(body)).request(method, path);
        }
    }

    private void compare(Example example, Response answer) throws IOException {
        String[] parts = example.answer().split("\n\n", 2);
        String[] head = parts[0].strip().split("\n");
        String about = example.command() + "answered " + answer.statusCode() + " " + answer.headers() + "\n";

        assertThat(head[0]).as(about).isEqualTo("HTTP/1.1 " + answer.statusCode());
        for (String line : List.of(head).subList(1, head.length)) {
            String[] header = line.split(": ", 2);
            String sent = answer.header(header[0]);
            assertThat(sent).as(about + header[0]).isNotNull();
            scalar(
                    about + header[0],
                    header[1],
                    header[0].equals("Content-Type") ? sent.replaceFirst(";.*", "") : sent);
        }
        if (parts.length == 2) {
            JsonNode body = body(answer);
            match(about + "\nbody", mapper.readTree(parts[1]), body);
        }
    }

    private JsonNode body(Response answer) throws IOException {
        if (!answer.contentType().startsWith("application/gzip")) {
            return mapper.readTree(answer.asByteArray());
        }
        var lines = mapper.createArrayNode();
        String text = new String(
                new GZIPInputStream(new ByteArrayInputStream(answer.asByteArray())).readAllBytes(),
                StandardCharsets.UTF_8);
        for (String line : text.strip().split("\n")) {
            lines.add(mapper.readTree(line));
        }
        return lines;
    }

    private void match(String at, JsonNode shown, JsonNode actual) {
        assertThat(actual.isMissingNode()).as(at + " is missing").isFalse();
        if (shown.isObject()) {
            shown.properties()
                    .forEach(member ->
                            match(at + "/" + member.getKey(), member.getValue(), actual.path(member.getKey())));
        } else if (shown.isArray()) {
            list(at, shown, actual);
        } else if (shown.isTextual()) {
            scalar(at, shown.asText(), actual.isValueNode() ? actual.asText() : actual.toString());
        } else {
            assertThat(actual).as(at).isEqualTo(shown);
        }
    }

    /** The items before "…" are the first ones and those after it the last ones. */
    private void list(String at, JsonNode shown, JsonNode actual) {
        assertThat(actual.isArray()).as(at + " is a list").isTrue();
        int rest = -1;
        for (int i = 0; i < shown.size(); i++) {
            if (shown.get(i).asText().equals(ANYTHING)) {
                rest = i;
            }
        }
        if (rest < 0) {
            assertThat(actual).as(at).hasSize(shown.size());
        } else {
            assertThat(actual).as(at).hasSizeGreaterThanOrEqualTo(shown.size() - 1);
        }
        for (int i = 0; i < shown.size(); i++) {
            if (i != rest) {
                int there = rest < 0 || i < rest ? i : actual.size() - shown.size() + i;
                match(at + "/" + i, shown.get(i), actual.get(there));
            }
        }
    }

    private void scalar(String at, String shown, String actual) {
        Matcher variable = VARIABLE.matcher(shown);
        if (variable.matches()) {
            String known = variables.putIfAbsent(variable.group(1), actual);
            assertThat(actual).as(at).isEqualTo(known == null ? actual : known);
        } else if (!shown.equals(ANYTHING)) {
            assertThat(actual).as(at).isEqualTo(shown);
        }
    }
}
