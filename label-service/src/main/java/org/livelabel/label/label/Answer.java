package org.livelabel.label.label;

import java.util.Locale;

/** What a question about a product is answered with. Silence is an answer of its own and never better than a no. */
public enum Answer {
    YES("ok", "yes"),
    PARTLY("warn", "partly"),
    NO("bad", "no"),
    NOT_STATED("unk", "not-stated"),
    NOT_APPLICABLE("none", "not-applicable");

    private final String tone;
    private final String mark;

    Answer(String tone, String mark) {
        this.tone = tone;
        this.mark = mark;
    }

    /** The name of its colour in the style sheet; never the only sign. */
    public String tone() {
        return tone;
    }

    /** The name of its shape. */
    public String mark() {
        return mark;
    }

    public String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** An answer that this version does not know counts as not given. */
    static Answer ofWire(String text) {
        return switch (text) {
            case "yes" -> YES;
            case "partly" -> PARTLY;
            case "no" -> NO;
            case "not_applicable" -> NOT_APPLICABLE;
            default -> NOT_STATED;
        };
    }
}
