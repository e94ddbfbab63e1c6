package org.livelabel.registry.disclosure;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;
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
    /** Empty for a code that this release does not know: readers pass over it. */
    static Optional<Contest> of(JsonNode node) {
        return ChangeCode.fromWireName(node.get("code").asText()).map(code -> new Contest(code, node.get("reason")));
    }
}
