package org.livelabel.web.wording;

/** A colour and nothing more: whatever it says is also said by words and a shape. */
public enum Tone {
    OK,
    WARN,
    BAD,
    /** Nobody has said. Not grey: silence must be seen. */
    UNK,
    INFO;

    public String css() {
        return switch (this) {
            case OK -> "ok";
            case WARN -> "warn";
            case BAD -> "bad";
            case UNK -> "unk";
            case INFO -> "info";
        };
    }
}
