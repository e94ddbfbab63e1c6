package org.livelabel.label.page;

import java.util.List;

/**
 * Why there is nothing to show. One text for the page and for the problem document.
 *
 * @param slug the name of its texts, and the end of its problem type
 * @param tone the colour of its page
 * @param parameter the part of the address that is wrong; empty if none is
 * @param slots for the sentence that says what is wrong
 */
public record Refusal(int status, String slug, String tone, String parameter, List<Object> slots) {
    public static Refusal notListed() {
        return new Refusal(404, "not-listed", "unk", "", List.of());
    }

    public static Refusal unknownLabel(String code) {
        return new Refusal(404, "unknown-label", "unk", "", List.of(code));
    }

    /** The register is being read for the first time: what is not here may still come. */
    public static Refusal loading() {
        return new Refusal(503, "loading", "info", "", List.of());
    }

    public static Refusal invalidGtin(int status, String gtin, String reason) {
        return new Refusal(status, "invalid-gtin", "warn", "gtin", List.of(gtin, reason));
    }

    public static Refusal invalidPath() {
        return new Refusal(400, "invalid-path", "warn", "", List.of());
    }

    public static Refusal gtinNotOfProduct(String gtin) {
        return new Refusal(404, "gtin-not-of-product", "warn", "gtin", List.of(gtin));
    }

    /** @param reason to be read after the parameter's name: "must be a whole number from 1 to 40" */
    public static Refusal invalidParameter(String parameter, String reason) {
        return new Refusal(422, "invalid-parameter", "warn", parameter, List.of(parameter, reason));
    }

    static Refusal noPage() {
        return new Refusal(404, "no-page", "unk", "", List.of());
    }

    static Refusal refused(int status) {
        return new Refusal(status, "refused", "warn", "", List.of());
    }

    static Refusal failed() {
        return new Refusal(500, "failed", "bad", "", List.of());
    }

    /** The database took too long or had no connection free; in a moment it may. */
    static Refusal busy() {
        return new Refusal(503, "busy", "info", "", List.of());
    }
}
