package org.livelabel.registry.finding;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.livelabel.registry.disclosure.Collection;

/**
 * What a disclosure says that products are filtered and counted by. Silence is never a "no": it is a trait of its own.
 *
 * <p>{@code collects:<data type>} or {@code collects:none}; {@code data:stated} if it says at all what it collects;
 * {@code shared:}, {@code sold:} and {@code offline:} with an answer or {@code not_stated}.
 */
final class Traits {
    private static final String YES = "yes";
    private static final String NO = "no";

    private Traits() {}

    static Set<String> of(@Nullable JsonNode disclosure) {
        Set<String> traits = new TreeSet<>();
        JsonNode said = disclosure == null ? MissingNode.getInstance() : disclosure;
        Collection collection = Collection.of(said);
        List<JsonNode> practices = collection.nodes();
        boolean collectsNothing = collection.deniesAll();
        for (JsonNode practice : practices) {
            traits.add("collects:" + practice.get("data_type").asText());
        }
        if (collectsNothing) {
            traits.add("collects:none");
        }
        if (collection.saysAnything()) {
            traits.add("data:stated");
        }
        add(traits, "shared:", shared(practices, collectsNothing));
        add(traits, "sold:", sold(practices, collectsNothing, answer(said.at("/privacy/no_sale"))));
        add(traits, "offline:", answer(said.at("/offline/works")));
        return traits;
    }

    /** "No" only if every practice says so. */
    private static @Nullable String shared(List<JsonNode> practices, boolean collectsNothing) {
        if (practices.stream().anyMatch(p -> !p.path("shared_with").isEmpty())) {
            return YES;
        }
        boolean allSay = !practices.isEmpty()
                && practices.stream().allMatch(p -> p.path("shared_with").isArray());
        return allSay || collectsNothing ? NO : null;
    }

    private static @Nullable String sold(List<JsonNode> practices, boolean collectsNothing, @Nullable String noSale) {
        if (practices.stream().anyMatch(p -> YES.equals(p.path("sold").textValue()))) {
            return YES;
        }
        boolean allSay = !practices.isEmpty()
                && practices.stream().allMatch(p -> NO.equals(p.path("sold").textValue()));
        return allSay || YES.equals(noSale) || collectsNothing ? NO : null;
    }

    private static @Nullable String answer(JsonNode claim) {
        String answer = claim.path("answer").textValue();
        return "not_applicable".equals(answer) ? null : answer;
    }

    private static void add(Set<String> traits, String prefix, @Nullable String answer) {
        traits.add(prefix + (answer == null ? "not_stated" : answer));
    }
}
