package org.livelabel.conduct.problem;

import org.livelabel.texts.WrittenText;

/**
 * One broken rule.
 *
 * @param field a JSON Pointer into the body, or the name of a parameter or header
 * @param message what is wrong and what to write instead
 */
public record Violation(String field, String message) {
    /** What was sent may be quoted; half a character cannot be written in JSON, and nobody sees what is invisible. */
    public Violation {
        field = WrittenText.visible(field);
        message = WrittenText.visible(message);
    }
}
