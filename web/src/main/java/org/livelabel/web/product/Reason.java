package org.livelabel.web.product;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Why somebody did something, in their own words. */
final class Reason {
    private Reason() {}

    /** In English, or else in the first language that it was given in. */
    static @Nullable String inEnglish(Map<String, String> text) {
        return text.isEmpty()
                ? null
                : text.getOrDefault("en", text.values().iterator().next());
    }
}
