package org.livelabel.registry.disclosure;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;

/**
 * What a disclosure says of the data that is collected. Beside a practice a "no" is not believed: what somebody tells in detail
 * counts more. A draft may not say both; what was published before that was a rule is read so everywhere.
 *
 * @param practices those that collect something, each with its place in the list
 * @param deniesAll whether it says that nothing is collected
 * @param saysAnything whether it says anything of what is collected
 */
public record Collection(List<Practice> practices, boolean deniesAll, boolean saysAnything) {
    /** @param pointer where it stands in the disclosure */
    public record Practice(String pointer, JsonNode node) {}

    public static Collection of(JsonNode disclosure) {
        String answer = disclosure.at("/data/collects/answer").asText();
        JsonNode told = disclosure.at("/data/practices");
        List<Practice> practices = new ArrayList<>();
        for (int i = 0; i < told.size(); i++) {
            JsonNode collectedBy = told.get(i).path("collected_by");
            // collected by neither the device nor the app is not collected
            if (!collectedBy.isArray() || !collectedBy.isEmpty()) {
                practices.add(new Practice("/data/practices/" + i, told.get(i)));
            }
        }
        return new Collection(
                List.copyOf(practices),
                answer.equals("no") && practices.isEmpty(),
                !practices.isEmpty() || !answer.isEmpty() && !answer.equals("not_applicable"));
    }

    public List<JsonNode> nodes() {
        return practices.stream().map(Practice::node).toList();
    }
}
