package org.livelabel.registry.disclosure;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the maker says about a change.
 *
 * @param material null: leaves it to the rules
 * @param errorCorrected what was published before was a mistake
 */
public record Declaration(@Nullable Boolean material, boolean errorCorrected, List<Contest> contested) {
    /** @param node the draft's {@code materiality}, which keeps the schema; null if there is none */
    public static Declaration of(@Nullable JsonNode node) {
        if (node == null) {
            return new Declaration(null, false, List.of());
        }
        List<Contest> contested = new ArrayList<>();
        node.path("contested").forEach(one -> Contest.of(one).ifPresent(contested::add));
        return new Declaration(
                node.has("declared") ? node.get("declared").asBoolean() : null,
                node.path("error_corrected").asBoolean(),
                List.copyOf(contested));
    }
}
