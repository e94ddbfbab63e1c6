package org.livelabel.gs1;

/** The text is not a GTIN; the message says why in words that may be shown. */
public final class InvalidGtinException extends IllegalArgumentException {
    private final String reason;

    InvalidGtinException(String text, String reason) {
        super("GTIN " + text + " " + reason);
        this.reason = reason;
    }

    /** What is wrong, to be read after the number: "has 15 digits; ...". */
    public String reason() {
        return reason;
    }
}
