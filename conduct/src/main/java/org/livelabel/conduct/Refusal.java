package org.livelabel.conduct;

import io.netty.handler.codec.http.HttpResponseStatus;
import io.vertx.core.json.JsonObject;
import org.livelabel.conduct.problem.CommonProblem;

/** A problem document (RFC 9457) for what is refused before any endpoint sees it. */
record Refusal(int status, String type, String title, String detail) {
    static final String MEDIA_TYPE = "application/problem+json";

    static final Refusal BODY_TOO_SLOW = of(
            CommonProblem.BODY_TOO_SLOW,
            "Nothing was changed. Send the request again over a better line, or less at a time.");
    static final Refusal BODY_TOO_LARGE = of(CommonProblem.BODY_TOO_LARGE, "Nothing was changed. Send less at a time.");
    static final Refusal BUSY = of(
            CommonProblem.BUSY,
            "We are receiving as much as we can, from everybody or from your address. Try again after the seconds in Retry-After.");
    static final Refusal BAD_HOST = of(
            CommonProblem.UNREADABLE_REQUEST,
            "Send one Host header with the host name of the address that you ask for.");
    static final Refusal BAD_CONTENT_TYPE = of(
            CommonProblem.UNSUPPORTED_MEDIA_TYPE,
            "The Content-Type header is no media type. Send application/json, or what the API description names.");

    static final Refusal PACKED_BODY = of(
            CommonProblem.UNSUPPORTED_MEDIA_TYPE,
            "The body came packed, as its header Content-Encoding says. Send it as it is, without that header.");

    private static Refusal of(CommonProblem kind, String detail) {
        return of(kind.status(), kind, detail);
    }

    private static Refusal of(int status, CommonProblem kind, String detail) {
        return new Refusal(status, kind.uri().toString(), kind.title(), detail);
    }

    /** For an answer of which only the status is known. */
    static Refusal of(int status) {
        return switch (status) {
            case 400 ->
                of(
                        CommonProblem.UNREADABLE_REQUEST,
                        "Its address or a header has the wrong form. Percent-encode what an address may not hold.");
            case 401 -> of(CommonProblem.NOT_AUTHENTICATED, "Send Authorization: Bearer with a valid token.");
            case 403 -> of(CommonProblem.NOT_ALLOWED, "Your token does not allow this.");
            case 404 -> of(CommonProblem.NOT_FOUND, "Check the address.");
            case 405 ->
                of(CommonProblem.METHOD_NOT_ALLOWED, "The Allow header names the methods that this address takes.");
            case 406 -> of(CommonProblem.NOT_ACCEPTABLE, "Ask for application/json.");
            case 413 -> BODY_TOO_LARGE;
            case 414 ->
                of(
                        414,
                        CommonProblem.UNREADABLE_REQUEST,
                        "Its address is longer than any that we have. Send less in it.");
            case 431 ->
                of(
                        431,
                        CommonProblem.UNREADABLE_REQUEST,
                        "Its headers are longer than we read. Send fewer or shorter ones.");
            case 500 -> of(CommonProblem.INTERNAL, "Try again; if it stays, tell us when it happened.");
            case 503 -> BUSY;
            // RFC 9457, 4.2.1
            default ->
                new Refusal(
                        status,
                        "about:blank",
                        HttpResponseStatus.valueOf(status).reasonPhrase(),
                        status < 500 ? "The request cannot be answered in this form." : "Try again later.");
        };
    }

    String json() {
        return document().encode();
    }

    /** @param instance the path that was asked */
    String json(String instance) {
        return document().put("instance", instance).encode();
    }

    private JsonObject document() {
        return new JsonObject()
                .put("type", type)
                .put("title", title)
                .put("status", status)
                .put("detail", detail);
    }
}
