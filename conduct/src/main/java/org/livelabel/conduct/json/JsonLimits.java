package org.livelabel.conduct.json;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import java.math.BigDecimal;

/**
 * How deep JSON may be and how long its names and numbers, and what is said of JSON that keeps no rule or no limit.
 *
 * @param depth how many objects and lists may stand in one another
 */
record JsonLimits(int depth) {
    /** In characters; the longest that is meant is a tenth. A name that is refused is quoted. */
    private static final int NAME = 1_000;

    /** In digits, as it is written and as it would be without an exponent. */
    private static final int NUMBER = 400;

    StreamReadConstraints constraints() {
        return StreamReadConstraints.builder()
                .maxNestingDepth(depth)
                .maxNameLength(NAME)
                .maxNumberLength(NUMBER)
                .build();
    }

    /** The detail of a problem: what is wrong, where, and what to do. */
    String flaw(JsonProcessingException refused) {
        JsonLocation at = refused.getLocation();
        String where = at == null ? "" : " at line " + at.getLineNr() + ", column " + at.getColumnNr();
        String reason = refused.getOriginalMessage();
        if (refused instanceof StreamConstraintsException) {
            return exceeded(reason, where);
        }
        return reason.startsWith("Duplicate field")
                ? "A member stands twice in one object" + where + ". Keep one of them."
                : "This is not JSON" + where + ". Check quotes, commas and brackets there.";
    }

    private String exceeded(String reason, String where) {
        if (reason.startsWith("Document nesting depth")) {
            return "More than " + depth + " objects and lists stand in one another" + where
                    + ". Nothing here is so deep; send it flatter.";
        }
        if (reason.startsWith("Name length")) {
            return "The name of a member has more than " + NAME + " characters" + where
                    + ". Nothing here has such a name; leave it out or mend it.";
        }
        if (reason.startsWith("Number value length")) {
            return numberTooLong(where);
        }
        return "A text is longer than we read" + where + ". Send less of it.";
    }

    /** Whether it has more digits before or behind the point than are read, however short it was written. */
    static boolean isTooLong(BigDecimal number) {
        return (long) number.precision() - number.scale() > NUMBER || number.scale() > NUMBER;
    }

    static String numberTooLong(String where) {
        return "A number has more than " + NUMBER + " digits" + where + ". Nothing here is so large or so exact.";
    }
}
