package org.livelabel.registry.disclosure;

import com.fasterxml.jackson.databind.JsonNode;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A maker's public word against a rule that fired. The rule stays in sight beside it.
 *
 * @param reason by language
 */
@Schema(name = "Contest")
public record Contest(
        ChangeCode code,

        @Schema(
                implementation = Object.class,
                examples = "{\"en\": \"The old text forgot it; it was so from the start.\"}")
        JsonNode reason) {
    static Contest of(JsonNode node) {
        String code = node.get("code").asText();
        return new Contest(
                ChangeCode.fromWireName(code).orElseThrow(() -> new IllegalArgumentException(code)),
                node.get("reason"));
    }
}
