package org.livelabel.account.problem;

import org.livelabel.conduct.problem.CommonProblem;
import org.livelabel.conduct.problem.ProblemKind;

/** Every kind of answer of this service that is not the one asked for. */
public enum ProblemType implements ProblemKind {
    UNREADABLE_BODY(CommonProblem.UNREADABLE_BODY),
    INVALID_PARAMETER(CommonProblem.INVALID_PARAMETER),
    IDEMPOTENCY_KEY_MISSING(CommonProblem.IDEMPOTENCY_KEY_MISSING),
    NOT_AUTHENTICATED(CommonProblem.NOT_AUTHENTICATED),
    INSUFFICIENT_USER_AUTHENTICATION(CommonProblem.INSUFFICIENT_USER_AUTHENTICATION),
    NOT_ALLOWED(CommonProblem.NOT_ALLOWED),
    NOT_FOUND(CommonProblem.NOT_FOUND),
    METHOD_NOT_ALLOWED(CommonProblem.METHOD_NOT_ALLOWED),
    NOT_ACCEPTABLE(CommonProblem.NOT_ACCEPTABLE),
    BODY_TOO_LARGE(CommonProblem.BODY_TOO_LARGE),
    UNSUPPORTED_MEDIA_TYPE(CommonProblem.UNSUPPORTED_MEDIA_TYPE),
    INVALID_CONTENT(CommonProblem.INVALID_CONTENT),
    IDEMPOTENCY_KEY_REUSED(CommonProblem.IDEMPOTENCY_KEY_REUSED),
    INTERNAL(CommonProblem.INTERNAL),
    UNAVAILABLE("unavailable", 503, "We cannot answer right now");

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
