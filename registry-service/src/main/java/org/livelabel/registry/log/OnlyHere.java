package org.livelabel.registry.log;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.HashSet;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Texts that one document says and no other document that is shown: what has to go from everywhere when its personal data is
 * erased.
 *
 * @param quoted each as JSON writes it, in quotation marks
 */
public record OnlyHere(Set<String> quoted) {
    /** A value from a list, a number of ours, a day: nothing that a person wrote. */
    private static final Pattern CODE =
            Pattern.compile("[a-z][a-z0-9_]*|[0-9]{4}(-[0-9]{2}){1,2}|[0-9a-f]{64}|[0-9]{8,14}");

    /** Members that hold a text whatever it looks like: names, and what stands under the tag of a language (BCP 47). */
    private static final Pattern TEXT =
            Pattern.compile("name|model|brand|title|version|minimum_version|[a-z]{2,3}(-.*)?");

    public static OnlyHere nothing() {
        return new OnlyHere(Set.of());
    }

    /** Whether one of them stands somewhere in there, as a whole. */
    public boolean isIn(@Nullable JsonNode node) {
        return node != null && textsIn(node).stream().anyMatch(quoted::contains);
    }

    public boolean isEmpty() {
        return quoted.isEmpty();
    }

    public String[] toArray() {
        return quoted.toArray(String[]::new);
    }

    static Set<String> textsIn(JsonNode node) {
        Set<String> texts = new HashSet<>();
        collect("", node, texts);
        return texts;
    }

    private static void collect(String name, JsonNode node, Set<String> texts) {
        if (node instanceof TextNode text) {
            boolean written =
                    TEXT.matcher(name).matches() || !CODE.matcher(text.asText()).matches();
            if (written && !text.asText().isBlank()) {
                texts.add(text.toString());
            }
        } else if (node.isArray()) {
            node.forEach(item -> collect(name, item, texts));
        } else {
            node.properties().forEach(member -> collect(member.getKey(), member.getValue(), texts));
        }
    }
}
