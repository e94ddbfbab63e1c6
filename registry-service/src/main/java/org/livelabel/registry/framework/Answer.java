package org.livelabel.registry.framework;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Collection;
import java.util.Locale;

/** How a criterion is answered. Silence is an answer of its own. */
public enum Answer {
    YES,
    PARTLY,
    NO,
    NOT_APPLICABLE,
    NOT_STATED;

    @JsonValue
    public String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** A word that this release does not know counts as silence. */
    static Answer ofWire(String word) {
        return switch (word) {
            case "yes" -> YES;
            case "partly" -> PARTLY;
            case "no" -> NO;
            case "not_applicable" -> NOT_APPLICABLE;
            default -> NOT_STATED;
        };
    }

    /**
     * One answer out of those of several fields. What is not applicable is left out; all yes is yes; a no is no if nothing
     * is yes or partly, and partly otherwise; with a silent field it is not stated. So silence never makes it better.
     */
    static Answer of(Collection<Answer> fields) {
        var counted = fields.stream().filter(a -> a != NOT_APPLICABLE).toList();
        if (counted.isEmpty()) {
            return fields.isEmpty() ? NOT_STATED : NOT_APPLICABLE;
        }
        if (counted.stream().allMatch(a -> a == YES)) {
            return YES;
        }
        if (counted.contains(NO)) {
            return counted.contains(YES) || counted.contains(PARTLY) ? PARTLY : NO;
        }
        return counted.contains(NOT_STATED) ? NOT_STATED : PARTLY;
    }
}
