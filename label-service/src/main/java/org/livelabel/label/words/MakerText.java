package org.livelabel.label.words;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.Optional;

/**
 * A text that an organisation wrote, in the reader's language if there is one, else in the first that was given.
 *
 * @param language BCP 47, empty if the text is in no known language, as names are
 */
public record MakerText(String text, String language) {
    /** @param byLanguage texts by language tag; anything else gives nothing */
    public static Optional<MakerText> of(JsonNode byLanguage, Words words) {
        if (byLanguage.path(words.language()).isTextual()) {
            return Optional.of(new MakerText(byLanguage.path(words.language()).asText(), words.language()));
        }
        for (Map.Entry<String, JsonNode> text : byLanguage.properties()) {
            if (text.getValue().isTextual()) {
                return Optional.of(new MakerText(text.getValue().asText(), text.getKey()));
            }
        }
        return Optional.empty();
    }
}
