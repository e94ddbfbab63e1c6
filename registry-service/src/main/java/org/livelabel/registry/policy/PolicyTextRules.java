package org.livelabel.registry.policy;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.livelabel.conduct.problem.Violation;
import org.livelabel.registry.text.CharacterReferences;
import org.livelabel.registry.text.CleanHtml;
import org.livelabel.registry.text.ReadableText;
import org.livelabel.texts.WrittenText;

/** Makes one text of a policy what will be stored. */
final class PolicyTextRules {
    /** Of one language, in bytes of UTF-8, before its HTML is made safe. */
    static final int LONGEST = 1 << 20;

    private static final String PLAIN = "text/plain";

    private PolicyTextRules() {}

    static Optional<PolicyInput.Text> text(JsonNode node, String field, List<Violation> violations) {
        String sent = node.get("text").asText();
        String mediaType = node.get("media_type").asText();
        int size = sent.getBytes(StandardCharsets.UTF_8).length;
        if (size > LONGEST) {
            violations.add(new Violation(
                    field,
                    "has " + size + " bytes in UTF-8, and may have " + LONGEST + "; leave out what is not the policy"));
            return Optional.empty();
        }
        String kept = sent;
        Collection<String> removed = List.of();
        if (mediaType.equals(ReadableText.HTML)) {
            try {
                CleanHtml clean = CleanHtml.of(sent);
                kept = clean.html();
                removed = clean.removed();
            } catch (CleanHtml.TooLongException e) {
                violations.add(
                        new Violation(field, "grows too long when it is made safe; close the tags that it opens"));
                return Optional.empty();
            }
        }
        String readable = ReadableText.of(mediaType, kept);
        if (WrittenText.isBlank(readable)) {
            violations.add(new Violation(
                    field,
                    removed.isEmpty()
                            ? "is empty; send the policy itself"
                            : "holds nothing to read once " + String.join(", ", removed) + " is taken out"));
            return Optional.empty();
        }
        Optional<String> flaw = mediaType.equals(PLAIN)
                ? Optional.empty()
                // marks can be piled up over tags as well
                : CharacterReferences.flaw(sent).or(() -> WrittenText.flaw(readable, WrittenText.Form.PROSE));
        if (flaw.isPresent()) {
            violations.add(new Violation(field, flaw.get()));
            return Optional.empty();
        }
        return Optional.of(new PolicyInput.Text(
                node.get("language").asText(),
                mediaType,
                kept,
                node.path("source_url").textValue(),
                removed));
    }
}
