package org.livelabel.label.page;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Why there is nothing to show. One text for the page and for the problem document.
 *
 * @param slug the name of its texts, and the end of its problem type
 * @param tone the colour of its page
 * @param parameter the part of the address that is wrong; empty if none is
 * @param typed what somebody typed or scanned, to be mended in the field; null if that is not known
 * @param slots for the sentence that says what is wrong
 */
public record Refusal(
        int status,
        String slug,
        String tone,
        String parameter,
        @Nullable String typed,
        List<Object> slots) {
    /** @param gtin as it is printed */
    public static Refusal notListed(String gtin) {
        return new Refusal(404, "not-listed", "unk", "", gtin, List.of());
    }

    public static Refusal unknownLabel(String code) {
        return new Refusal(404, "unknown-label", "unk", "", code, List.of(code));
    }

    /** The register is being read for the first time: what is not here may still come. */
    public Refusal whileLoading() {
        return new Refusal(503, "loading", "info", "", typed, List.of());
    }

    public static Refusal invalidGtin(int status, String gtin, String reason) {
        return new Refusal(status, "invalid-gtin", "warn", "gtin", gtin, List.of(gtin, reason));
    }

    public static Refusal invalidPath() {
        return new Refusal(400, "invalid-path", "warn", "", null, List.of());
    }

    public static Refusal gtinNotOfProduct(String gtin) {
        return new Refusal(404, "gtin-not-of-product", "warn", "gtin", gtin, List.of(gtin));
    }

    /** @param reason to be read after the parameter's name: "must be a whole number from 1 to 40" */
    public static Refusal invalidParameter(String parameter, String reason) {
        return new Refusal(400, "invalid-parameter", "warn", parameter, null, List.of(parameter, reason));
    }

    public static Refusal noPage() {
        return new Refusal(404, "no-page", "unk", "", null, List.of());
    }

    static Refusal refused(int status) {
        return new Refusal(status, "refused", "warn", "", null, List.of());
    }

    static Refusal failed() {
        return new Refusal(500, "failed", "bad", "", null, List.of());
    }

    /** The database took too long or had no connection free; in a moment it may. */
    static Refusal busy() {
        return new Refusal(503, "busy", "info", "", null, List.of());
    }
}
