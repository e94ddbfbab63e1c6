package org.livelabel.label.page;

import java.net.URI;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.livelabel.conduct.problem.ProblemKind;

/**
 * Why there is nothing to show. One text for the page and for the problem document.
 *
 * @param parameter the part of the address that is wrong; empty if none is
 * @param typed what somebody typed or scanned, to be mended in the field; null if that is not known
 * @param slots for the sentence that says what is wrong
 */
public record Refusal(
        int status, Type type, String parameter, @Nullable String typed, List<Object> slots) {

    /** Every kind of refusal. The addresses are stable; programs may compare them. */
    public enum Type {
        NOT_LISTED("not-listed", "unk"),
        UNKNOWN_LABEL("unknown-label", "unk"),
        LOADING("loading", "info"),
        INVALID_GTIN("invalid-gtin", "warn"),
        INVALID_PATH("invalid-path", "warn"),
        GTIN_NOT_OF_PRODUCT("gtin-not-of-product", "warn"),
        INVALID_PARAMETER("invalid-parameter", "warn"),
        NO_PAGE("no-page", "unk"),
        REFUSED("refused", "warn"),
        FAILED("failed", "bad"),
        BUSY("busy", "info");

        private final String slug;
        private final String tone;

        Type(String slug, String tone) {
            this.slug = slug;
            this.tone = tone;
        }

        URI uri() {
            return URI.create(ProblemKind.BASE + slug);
        }

        /** Where its texts are found. */
        String key() {
            return "refusal." + slug;
        }

        /** The colour of its page. */
        String tone() {
            return tone;
        }
    }

    /** @param gtin as it is printed */
    public static Refusal notListed(String gtin) {
        return new Refusal(404, Type.NOT_LISTED, "", gtin, List.of());
    }

    public static Refusal unknownLabel(String code) {
        return new Refusal(404, Type.UNKNOWN_LABEL, "", code, List.of(code));
    }

    /** The register is being read for the first time: what is not here may still come. */
    public Refusal whileLoading() {
        return new Refusal(503, Type.LOADING, "", typed, List.of());
    }

    /** The same, with what stood in the field before anybody read it. */
    Refusal of(String typed) {
        return new Refusal(status, type, parameter, typed, slots);
    }

    public static Refusal invalidGtin(int status, String gtin, String reason) {
        return new Refusal(status, Type.INVALID_GTIN, "gtin", gtin, List.of(gtin, reason));
    }

    /** @param reason to be read after "This address" */
    public static Refusal invalidPath(String reason) {
        return new Refusal(400, Type.INVALID_PATH, "", null, List.of(reason));
    }

    public static Refusal gtinNotOfProduct(String gtin) {
        return new Refusal(404, Type.GTIN_NOT_OF_PRODUCT, "gtin", gtin, List.of(gtin));
    }

    /** @param reason to be read after the parameter's name: "must be a whole number from 1 to 40" */
    public static Refusal invalidParameter(String parameter, String reason) {
        return new Refusal(400, Type.INVALID_PARAMETER, parameter, null, List.of(parameter, reason));
    }

    public static Refusal noPage() {
        return new Refusal(404, Type.NO_PAGE, "", null, List.of());
    }

    static Refusal refused(int status) {
        return new Refusal(status, Type.REFUSED, "", null, List.of());
    }

    static Refusal failed() {
        return new Refusal(500, Type.FAILED, "", null, List.of());
    }

    /** The database took too long or had no connection free; in a moment it may. */
    static Refusal busy() {
        return new Refusal(503, Type.BUSY, "", null, List.of());
    }
}
