package org.livelabel.conduct.problem;

/** The types that conduct gives itself, or that mean the same in every service. A service takes them into its own list. */
public enum CommonProblem implements ProblemKind {
    UNREADABLE_REQUEST("unreadable-request", 400, "The request cannot be read"),
    UNREADABLE_BODY("unreadable-body", 400, "The body cannot be read"),
    INVALID_PARAMETER("invalid-parameter", 400, "A parameter cannot be read"),
    IDEMPOTENCY_KEY_MISSING("idempotency-key-missing", 400, "An Idempotency-Key is needed"),
    NOT_AUTHENTICATED("not-authenticated", 401, "A valid token is needed"),
    INSUFFICIENT_USER_AUTHENTICATION("insufficient-user-authentication", 401, "Two fresh factors are needed"),
    NOT_ALLOWED("not-allowed", 403, "You may not do this"),
    NOT_FOUND("not-found", 404, "There is nothing at this address"),
    METHOD_NOT_ALLOWED("method-not-allowed", 405, "This address does not take that method"),
    NOT_ACCEPTABLE("not-acceptable", 406, "This address has no such representation"),
    BODY_TOO_SLOW("body-too-slow", 408, "The body came too slowly"),
    BODY_TOO_LARGE("body-too-large", 413, "The body is too large"),
    UNSUPPORTED_MEDIA_TYPE("unsupported-media-type", 415, "The body has the wrong media type"),
    INVALID_CONTENT("invalid-content", 422, "The content breaks a rule"),
    IDEMPOTENCY_KEY_REUSED("idempotency-key-reused", 422, "This Idempotency-Key was used for something else"),
    INTERNAL("internal", 500, "Something went wrong on our side"),
    BUSY("busy", 503, "We are at our limit right now");

    private final String slug;
    private final int status;
    private final String title;

    CommonProblem(String slug, int status, String title) {
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
