package org.livelabel.registry.problem;

import java.net.URI;

/** Every kind of answer that is not the one asked for. The addresses are stable; programs may compare them. */
public enum ProblemType {
    UNREADABLE_REQUEST("unreadable-request", 400, "The request cannot be read"),
    UNREADABLE_BODY("unreadable-body", 400, "The body cannot be read"),
    INVALID_PARAMETER("invalid-parameter", 400, "A parameter cannot be read"),
    INVALID_CURSOR("invalid-cursor", 400, "This cursor belongs to another list"),
    IDEMPOTENCY_KEY_MISSING("idempotency-key-missing", 400, "An Idempotency-Key is needed"),
    NOT_AUTHENTICATED("not-authenticated", 401, "A valid token is needed"),
    INSUFFICIENT_USER_AUTHENTICATION("insufficient-user-authentication", 401, "Two fresh factors are needed"),
    NOT_ALLOWED("not-allowed", 403, "You may not do this"),
    NOT_FOUND("not-found", 404, "There is nothing at this address"),
    NOT_LISTED("not-listed", 404, "This product is not listed"),
    METHOD_NOT_ALLOWED("method-not-allowed", 405, "This address does not take that method"),
    NOT_ACCEPTABLE("not-acceptable", 406, "This address has no such representation"),
    BODY_TOO_SLOW("body-too-slow", 408, "The body came too slowly"),
    GTIN_TAKEN("gtin-taken", 409, "This GTIN leads to another product"),
    PRODUCT_REF_TAKEN("product-ref-taken", 409, "Another product has this product_ref"),
    LIFE_CYCLE("life-cycle", 409, "The product's state does not allow this"),
    NOTHING_TO_PUBLISH("nothing-to-publish", 409, "The draft holds nothing new"),
    MAKER_IS_HERE("maker-is-here", 409, "The maker publishes for itself"),
    ORGANISATION_NOT_PUBLISHED("organisation-not-published", 409, "The organisation is not public yet"),
    POLICY_EXISTS("policy-exists", 409, "There is such a policy already"),
    FORMAT_CANNOT_SAY("format-cannot-say", 409, "This format cannot say what holds"),
    FIRMWARE_VERSION_TAKEN("firmware-version-taken", 409, "This version was published before"),
    STALE("stale", 412, "Somebody changed it since you read it"),
    BODY_TOO_LARGE("body-too-large", 413, "The body is too large"),
    UNSUPPORTED_MEDIA_TYPE("unsupported-media-type", 415, "The body has the wrong media type"),
    INVALID_CONTENT("invalid-content", 422, "The content breaks a rule"),
    IDEMPOTENCY_KEY_REUSED("idempotency-key-reused", 422, "This Idempotency-Key was used for something else"),
    PRECONDITION_MISSING("precondition-missing", 428, "If-Match is needed"),
    RATE_LIMITED("rate-limited", 429, "Too many requests from your address"),
    WITHHELD("withheld", 451, "Withheld for legal reasons"),
    INTERNAL("internal", 500, "Something went wrong on our side"),
    AUTHORITY_UNAVAILABLE("authority-unavailable", 503, "We cannot check who you are right now"),
    BUSY("busy", 503, "We are at our limit right now");

    private static final String BASE = "https://livelabel.org/problems/";

    private final String slug;
    private final int status;
    private final String title;

    ProblemType(String slug, int status, String title) {
        this.slug = slug;
        this.status = status;
        this.title = title;
    }

    public URI uri() {
        return URI.create(BASE + slug);
    }

    /** The last part of the address. */
    public String slug() {
        return slug;
    }

    public int status() {
        return status;
    }

    public String title() {
        return title;
    }
}
