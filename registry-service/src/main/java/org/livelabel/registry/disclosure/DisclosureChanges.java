package org.livelabel.registry.disclosure;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What changed between two disclosure documents: first what matters to people, then everything else, field by field. */
@ApplicationScoped
public class DisclosureChanges {
    private final DisclosureFields fields;

    DisclosureChanges(DisclosureFields fields) {
        this.fields = fields;
    }

    /**
     * At least one finding if the documents say different things.
     *
     * @param before null before the first publication, after which nothing has changed yet
     */
    public List<Finding> between(@Nullable JsonNode before, JsonNode after) {
        if (before == null || before.equals(after)) {
            return List.of();
        }
        List<Finding> findings = new ArrayList<>(DataRules.between(before, after));
        findings.addAll(ClaimRules.between(before, after, fields));
        List<Finding> rest = fields.all().values().stream()
                .filter(field -> !field.isInList())
                .filter(field -> findings.stream().noneMatch(f -> isIn(f.field(), field.pointer())))
                .flatMap(field -> other(field, before.at(field.pointer()), after.at(field.pointer())))
                .toList();
        findings.addAll(rest);
        if (!before.path("provenance").equals(after.path("provenance"))) {
            findings.add(Finding.of(
                    ChangeCode.EVIDENCE_CHANGED,
                    "/provenance",
                    "What everything here rests on, or when it was said, has changed."));
        }
        return List.copyOf(findings);
    }

    private Stream<Finding> other(DisclosureFields.Field field, JsonNode was, JsonNode is) {
        if (was.equals(is) || isPartOfAClaim(field)) {
            return Stream.empty();
        }
        String title = "“" + field.title() + "” ";
        if (was.isMissingNode()) {
            return Stream.of(found(ChangeCode.NEWLY_STATED, field, title + "is now answered."));
        }
        if (is.isMissingNode()) {
            return Stream.of(found(ChangeCode.OTHER_FACTS_CHANGED, field, title + "is no longer answered."));
        }
        if (ClaimRules.rank(is.path("answer").asText())
                > ClaimRules.rank(was.path("answer").asText())) {
            String answers = PlainWords.say("answer", was.path("answer").asText()) + " before, now "
                    + PlainWords.say("answer", is.path("answer").asText()) + ".";
            return Stream.of(found(ChangeCode.IMPROVED, field, title + answers));
        }
        if (!bare(field.pointer(), was, true).equals(bare(field.pointer(), is, true))) {
            return Stream.of(found(ChangeCode.OTHER_FACTS_CHANGED, field, title + "is answered otherwise."));
        }
        if (!bare(field.pointer(), was, false).equals(bare(field.pointer(), is, false))) {
            return Stream.of(found(ChangeCode.EVIDENCE_CHANGED, field, title + "rests on something else now."));
        }
        return Stream.of(found(ChangeCode.EDITORIAL, field, title + "is worded otherwise."));
    }

    /** Then it is told with its claim. */
    private boolean isPartOfAClaim(DisclosureFields.Field field) {
        String parent = field.pointer().substring(0, field.pointer().lastIndexOf('/'));
        return fields.all().containsKey(parent);
    }

    private static Finding found(ChangeCode code, DisclosureFields.Field field, String summary) {
        return Finding.of(code, field.pointer(), summary);
    }

    private static boolean isIn(String pointer, String field) {
        return pointer.equals(field) || pointer.startsWith(field + "/");
    }

    /** The node without the words that people wrote, and perhaps without its basis. */
    private JsonNode bare(String pointer, JsonNode node, boolean withoutBasis) {
        String pattern = DisclosureFields.pattern(pointer);
        if (fields.isText(pattern)) {
            return JsonNodeFactory.instance.nullNode();
        }
        if (node.isObject()) {
            ObjectNode result = JsonNodeFactory.instance.objectNode();
            node.properties().stream()
                    .filter(member -> !member.getKey().equals("statement"))
                    .filter(member -> !(withoutBasis && member.getKey().equals("provenance")))
                    .forEach(member -> result.set(
                            member.getKey(), bare(pointer + "/" + member.getKey(), member.getValue(), withoutBasis)));
            return result;
        }
        if (node.isArray()) {
            ArrayNode result = JsonNodeFactory.instance.arrayNode();
            for (int i = 0; i < node.size(); i++) {
                result.add(bare(pointer + "/" + i, node.get(i), withoutBasis));
            }
            return result;
        }
        return node;
    }
}
