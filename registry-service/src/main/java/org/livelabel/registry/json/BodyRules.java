package org.livelabel.registry.json;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.livelabel.conduct.problem.Violation;
import org.livelabel.texts.WebAddress;
import org.livelabel.texts.WrittenText;
import org.livelabel.texts.WrittenText.Form;

/**
 * What a JSON Schema cannot say of a body: which characters its texts may hold, which addresses every reader can read, and which
 * years there are. It goes along the schema, and knows by the definition's name what a string is.
 */
final class BodyRules {
    private static final String TEXT_BY_LANGUAGE = "text";
    private static final String PROSE = "prose";
    private static final String NAME = "name";
    private static final String PAGE = "address";
    private static final String CONTACT = "contact";
    private static final Set<String> DAYS = Set.of("date", "date-time");

    private final String base;
    private final Map<String, JsonNode> schemas;
    private final List<Violation> violations = new ArrayList<>();

    /** @param schemas by their names, which stand behind {@code base} in references */
    private BodyRules(String base, Map<String, JsonNode> schemas) {
        this.base = base;
        this.schemas = schemas;
    }

    static List<Violation> violations(String base, Map<String, JsonNode> schemas, String name, JsonNode body) {
        BodyRules rules = new BodyRules(base, schemas);
        rules.visit("", new Described(name, "", Objects.requireNonNull(schemas.get(name))), body);
        return rules.violations;
    }

    /**
     * @param schema the name of the schema in which the node stands
     * @param definition the name of what it refers to; empty if it says everything itself
     */
    private record Described(String schema, String definition, JsonNode node) {}

    private void visit(String at, Described referring, JsonNode node) {
        Described described = resolve(referring);
        if (node.isTextual()) {
            text(at, described, node.asText());
        } else if (node.isArray()) {
            for (int i = 0; i < node.size(); i++) {
                visit(at + "/" + i, in(described, described.node().path("items")), node.get(i));
            }
        } else {
            for (Map.Entry<String, JsonNode> member : node.properties()) {
                member(at + "/" + member.getKey().replace("~", "~0").replace("/", "~1"), described, member);
            }
        }
    }

    private void member(String at, Described object, Map.Entry<String, JsonNode> member) {
        WrittenText.flaw(member.getKey(), Form.LINE)
                .ifPresent(flaw -> violations.add(new Violation(at, "has a name that " + flaw)));
        boolean byLanguage = object.definition().equals(TEXT_BY_LANGUAGE);
        JsonNode schema = object.node().path(byLanguage ? "additionalProperties" : "properties");
        JsonNode own = byLanguage ? schema : schema.path(member.getKey());
        visit(at, byLanguage ? new Described(object.schema(), PROSE, own) : in(object, own), member.getValue());
    }

    private void text(String at, Described described, String text) {
        Form form =
                switch (described.definition()) {
                    case PROSE -> Form.PROSE;
                    case NAME -> Form.NAME;
                    default -> Form.LINE;
                };
        Optional<String> flaw = WrittenText.flaw(text, form);
        if (flaw.isEmpty()) {
            flaw = switch (described.definition()) {
                case PAGE -> WebAddress.flawOfPage(text);
                case CONTACT -> WebAddress.flawOfContact(text);
                default -> DAYS.contains(described.node().path("format").asText()) ? flawOfDay(text) : Optional.empty();
            };
        }
        flaw.ifPresent(message -> violations.add(new Violation(at, message)));
    }

    /** Whether there is such a day is the schema's to say. */
    private static Optional<String> flawOfDay(String text) {
        try {
            LocalDate day = LocalDate.parse(text.length() > 10 ? text.substring(0, 10) : text);
            return Years.hold(day) ? Optional.empty() : Optional.of(Years.flaw(day));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private static Described in(Described parent, JsonNode node) {
        return new Described(parent.schema(), "", node);
    }

    private Described resolve(Described described) {
        Described found = described;
        while (found.node().has("$ref")) {
            String reference = found.node().get("$ref").asText();
            int hash = reference.indexOf('#');
            String schema = hash == 0
                    ? found.schema()
                    : reference.substring(base.length(), hash < 0 ? reference.length() : hash);
            String pointer = hash < 0 ? "" : reference.substring(hash + 1);
            found = new Described(
                    schema,
                    pointer.substring(pointer.lastIndexOf('/') + 1),
                    Objects.requireNonNull(schemas.get(schema), reference).at(pointer));
        }
        return found;
    }
}
