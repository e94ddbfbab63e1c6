package org.livelabel.registry.problem;

import org.livelabel.conduct.problem.CommonProblem;
import org.livelabel.conduct.problem.ProblemKind;

/** Every kind of answer of this service that is not the one asked for. */
public enum ProblemType implements ProblemKind {
    UNREADABLE_REQUEST(CommonProblem.UNREADABLE_REQUEST),
    UNREADABLE_BODY(CommonProblem.UNREADABLE_BODY),
    INVALID_PARAMETER(CommonProblem.INVALID_PARAMETER),
    INVALID_CURSOR("invalid-cursor", 400, "This cursor belongs to another list"),
    IDEMPOTENCY_KEY_MISSING(CommonProblem.IDEMPOTENCY_KEY_MISSING),
    NOT_AUTHENTICATED(CommonProblem.NOT_AUTHENTICATED),
    INSUFFICIENT_USER_AUTHENTICATION(CommonProblem.INSUFFICIENT_USER_AUTHENTICATION),
    NOT_ALLOWED(CommonProblem.NOT_ALLOWED),
    NOT_FOUND(CommonProblem.NOT_FOUND),
    NOT_LISTED("not-listed", 404, "This product is not listed"),
    METHOD_NOT_ALLOWED(CommonProblem.METHOD_NOT_ALLOWED),
    NOT_ACCEPTABLE(CommonProblem.NOT_ACCEPTABLE),
    BODY_TOO_SLOW(CommonProblem.BODY_TOO_SLOW),
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
    BODY_TOO_LARGE(CommonProblem.BODY_TOO_LARGE),
    UNSUPPORTED_MEDIA_TYPE(CommonProblem.UNSUPPORTED_MEDIA_TYPE),
    INVALID_CONTENT(CommonProblem.INVALID_CONTENT),
    IDEMPOTENCY_KEY_REUSED(CommonProblem.IDEMPOTENCY_KEY_REUSED),
    PRECONDITION_MISSING("precondition-missing", 428, "If-Match is needed"),
    RATE_LIMITED("rate-limited", 429, "Too many requests from your address"),
    WITHHELD("withheld", 451, "Withheld for legal reasons"),
    INTERNAL(CommonProblem.INTERNAL),
    AUTHORITY_UNAVAILABLE("authority-unavailable", 503, "We cannot check who you are right now"),
    BUSY(CommonProblem.BUSY);

    private final String slug;
    private final int status;
    private final String title;

    ProblemType(CommonProblem common) {
        this(common.slug(), common.status(), common.title());
    }

    ProblemType(String slug, int status, String title) {
        this.slug = slug;
        this.status = status;
        this.title = title;
    }

    @Override
    public String slug() {
        return slug;
    }

    @Override
    public int status() {
        return status;
    }

    @Override
    public String title() {
        return title;
    }
}
