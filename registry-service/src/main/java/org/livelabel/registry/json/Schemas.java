package org.livelabel.registry.json;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SchemaRegistryConfig;
import com.networknt.schema.SpecificationVersion;
import com.networknt.schema.path.PathType;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.livelabel.conduct.json.StrictJson;
import org.livelabel.conduct.problem.Problem;
import org.livelabel.conduct.problem.Violation;
import org.livelabel.registry.problem.ProblemType;

/** The JSON Schemas of the bodies that this service takes, and of the entries that it writes. Nothing is fetched from the network. */
@ApplicationScoped
public class Schemas {
    private static final String BASE = "https://livelabel.org/schemas/";

    /** Of bodies. */
    public static final List<String> NAMES = List.of(
            "disclosure/1",
            "draft/1",
            "import-row/1",
            "organisation/1",
            "lookup/1",
            "new-product/1",
            "policy/1",
            "schedule/1",
            "withdrawal/1",
            "supersession/1",
            "hand-over/1",
            "gtin-move/1",
            "firmware/1",
            "withholding/1");

    /** Of the log's entries: the envelope, and for each type what its data holds. */
    public static final List<String> ENTRIES = List.of(
            "entry/1",
            "organisation.registered/1",
            "organisation.changed/1",
            "product.registered/1",
            "product.changed/1",
            "product.withdrawn/1",
            "product.superseded/1",
            "product.orphaned/1",
            "product.suspended/1",
            "product.lifted/1",
            "product.revoked/1",
            "product.handed_over/1",
            "gtins.changed/1",
            "support.committed/1",
            "disclosure.published/1",
            "policy.published/1",
            "firmware.released/1",
            "firmware.withdrawn/1",
            "content.withheld/1");

    /** Blanks are written out: engines differ in what they take for one, and in what ends a line. */
    private static final String NAME = "^[^ \\t-\\r\\u00a0\\u1680\\u2000-\\u200a\\u2028\\u2029\\u202f\\u205f\\u3000]"
            + "([^\\n\\r\\u0085\\u2028\\u2029]*"
            + "[^ \\t-\\r\\u00a0\\u1680\\u2000-\\u200a\\u2028\\u2029\\u202f\\u205f\\u3000])?(?![\\s\\S])";

    private static final Map<String, String> FORMS = Map.of(
            NAME,
            "one line that neither begins nor ends with a blank",
            "^[A-Z]{2}$",
            "the two capital letters of a country (ISO 3166-1), SE for instance",
            "^[0-9a-f]{64}$",
            "a SHA-256 as 64 hexadecimal digits in lower case",
            "^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$",
            "a language tag such as en or pt-BR",
            "^[0-9A-Za-z][0-9A-Za-z._+-]{0,63}$",
            "up to 64 letters, digits, dots, underscores, hyphens and plus signs, beginning with a letter or digit",
            "^https://[^\\s/]+\\S*$",
            "a web address such as https://example.org/page",
            "^(https://\\S+|mailto:\\S+@\\S+)$",
            "an address such as https://example.org/page or mailto:security@example.org");

    private final Map<String, String> texts = new TreeMap<>();
    private final Map<String, JsonNode> parsed = new TreeMap<>();
    private final Map<String, Schema> schemas = new TreeMap<>();

    Schemas() {
        Map<String, String> byAddress = new TreeMap<>();
        Stream.concat(NAMES.stream(), ENTRIES.stream()).forEach(name -> {
            String text = resource("/schemas/" + name.replace('/', '-') + ".json");
            texts.put(name, text);
            parsed.put(name, StrictJson.parse(text));
            byAddress.put(BASE + name, text);
        });
        SchemaRegistry registry = SchemaRegistry.withDefaultDialect(
                SpecificationVersion.DRAFT_2020_12, builder -> builder.schemas(byAddress)
                        .schemaRegistryConfig(SchemaRegistryConfig.builder()
                                .formatAssertionsEnabled(true)
                                .pathType(PathType.JSON_POINTER)
                                .locale(Locale.ENGLISH)
                                .build()));
        for (String name : texts.keySet()) {
            Schema schema = registry.getSchema(SchemaLocation.of(BASE + name));
            schema.initializeValidators();
            schemas.put(name, schema);
        }
    }

    /** A schema's own name for itself, which is the same wherever it is read. */
    public static URI id(String name) {
        return URI.create(BASE + name);
    }

    /** The schema's text, as it is published; null if there is no such schema. */
    public @Nullable String text(String name) {
        return texts.get(name);
    }

    /** Everything in {@code node} that breaks the schema; empty if nothing does. */
    public List<Violation> violations(String schema, JsonNode node) {
        return both(ofContent(schema, node), ofShape(schema, node));
    }

    /**
     * What is wrong with the texts and days of a body that has the schema's shape, so that it can be looked at further.
     *
     * @throws io.quarkiverse.resteasy.problem.HttpProblem 422 with every violation if it has another shape
     */
    public List<Violation> requireShape(String schema, JsonNode node) {
        List<Violation> content = ofContent(schema, node);
        List<Violation> shape = ofShape(schema, node);
        if (!shape.isEmpty()) {
            throw Problem.of(ProblemType.INVALID_CONTENT, both(content, shape));
        }
        return content;
    }

    /**
     * Where {@code node} breaks the schema, and which rule of it; empty if it does not. What stands there is not repeated: it
     * may be a text that a person wrote.
     */
    public List<String> flaws(String schema, JsonNode node) {
        return errors(schema, node).stream().map(Schemas::flaw).distinct().toList();
    }

    private List<Violation> ofContent(String schema, JsonNode node) {
        return BodyRules.violations(BASE, parsed, schema, node);
    }

    private List<Violation> ofShape(String schema, JsonNode node) {
        return errors(schema, node).stream().map(Schemas::violation).distinct().toList();
    }

    private List<Error> errors(String schema, JsonNode node) {
        Schema found = schemas.get(schema);
        if (found == null) {
            throw new IllegalArgumentException(schema);
        }
        return found.validate(node.toString(), InputFormat.JSON);
    }

    /** @param content where it speaks of a field, it is the more exact */
    private static List<Violation> both(List<Violation> content, List<Violation> shape) {
        Set<String> told = content.stream().map(Violation::field).collect(Collectors.toSet());
        return Stream.concat(content.stream(), shape.stream().filter(violation -> !told.contains(violation.field())))
                .toList();
    }

    /** @throws io.quarkiverse.resteasy.problem.HttpProblem 422 with every violation */
    public void require(String schema, JsonNode node) {
        List<Violation> violations = violations(schema, node);
        if (!violations.isEmpty()) {
            throw Problem.of(ProblemType.INVALID_CONTENT, violations);
        }
    }

    private static String flaw(Error error) {
        String member = error.getProperty() == null ? "" : "/" + error.getProperty();
        return error.getInstanceLocation() + member + " (" + error.getKeyword() + ")";
    }

    private static Violation violation(Error error) {
        String at = error.getInstanceLocation().toString();
        return switch (error.getKeyword()) {
            case "additionalProperties" ->
                new Violation(at + "/" + error.getProperty(), "is not a known field; remove it or mend its name");
            case "required" -> new Violation(at + "/" + error.getProperty(), "is missing");
            case "format" -> new Violation(at, "is not " + form(error) + "; it is " + error.getInstanceNode());
            case "enum" -> new Violation(at, "must be one of " + error.getSchemaNode());
            case "pattern" ->
                new Violation(
                        at,
                        "does not have the form that is needed: "
                                + form(error.getSchemaNode().asString()));
            // the name of a member has no place of its own
            case "propertyNames" -> new Violation(at, "must have language tags as names, such as en or pt-BR");
            case "type" -> new Violation(at.isEmpty() ? "/" : at, "must be of type " + error.getSchemaNode());
            default -> new Violation(at.isEmpty() ? "/" : at, error.getMessage().replaceFirst("^[^:]*: ", ""));
        };
    }

    /** What a pattern of the schemas means, in words. */
    static String form(String pattern) {
        return FORMS.getOrDefault(pattern, "see the schema");
    }

    private static String form(Error error) {
        return switch (error.getSchemaNode().asString()) {
            case "date" -> "an existing day written as YYYY-MM-DD";
            case "uuid" -> "a UUID";
            case "date-time" -> "a moment with its offset from UTC, such as 2026-12-01T09:00:00+01:00";
            default -> "a " + error.getSchemaNode().asString();
        };
    }

    private static String resource(String name) {
        try (InputStream in = Schemas.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException(name + " is not in the build");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
