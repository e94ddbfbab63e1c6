package org.livelabel.registry.draft;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Objects;
import org.livelabel.conduct.json.StrictJson;
import org.livelabel.registry.entry.SupportCommitted;

/**
 * What a draft says of one publication only: a reason, a correction, and what was said about materiality. Publishing uses it
 * up: left in the draft, it would explain or contest the next publication unseen.
 */
public final class SaidOnce {
    private SaidOnce() {}

    /** Takes it out of the draft. What was written anew since {@code said} is about the next publication, and stays. */
    static void useUp(DraftRow draft, DraftContent said) {
        if (draft.content == null) {
            return;
        }
        ObjectNode json = (ObjectNode) StrictJson.parse(draft.content);
        int before = members(json);
        if (Objects.equals(json.get(DraftRules.MATERIALITY), said.materiality())) {
            json.remove(DraftRules.MATERIALITY);
        }
        if (json.get(DraftRules.SUPPORT) instanceof ObjectNode support
                && Objects.equals(support.get(DraftRules.REASON), said.supportReason())) {
            support.remove(List.of(DraftRules.REASON, SupportCommitted.ERROR_CORRECTED));
        }
        if (members(json) != before) {
            draft.content = json.toString();
            draft.draftVersion++;
        }
    }

    /** What stays in a draft after it was published: all the rest. */
    public static JsonNode without(JsonNode json) {
        ObjectNode lasting = json.deepCopy();
        lasting.remove(DraftRules.MATERIALITY);
        if (lasting.get(DraftRules.SUPPORT) instanceof ObjectNode support) {
            support.remove(List.of(DraftRules.REASON, SupportCommitted.ERROR_CORRECTED));
        }
        return lasting;
    }

    private static int members(ObjectNode json) {
        return json.size() + json.path(DraftRules.SUPPORT).size();
    }
}
