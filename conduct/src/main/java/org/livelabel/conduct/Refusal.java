package org.livelabel.conduct;

import io.netty.handler.codec.http.HttpResponseStatus;
import io.vertx.core.json.JsonObject;

/** A problem document (RFC 9457) for what is refused before any endpoint sees it. */
record Refusal(int status, String type, String title, String detail) {
    static final String MEDIA_TYPE = "application/problem+json";

    static final String TYPES = "https://livelabel.org/problems/";

    static final Refusal BODY_TOO_SLOW = of(
            408,
            "body-too-slow",
            "The body came too slowly",
            "Nothing was changed. Send the request again over a better line, or less at a time.");
    static final Refusal BODY_TOO_LARGE =
            of(413, "body-too-large", "The body is too large", "Nothing was changed. Send less at a time.");
    static final Refusal BUSY = of(
            503,
            "busy",
            "Too much at once",
            "We are receiving as much as we can, from everybody or from your address. Try again after the seconds in Retry-After.");
    static final Refusal BAD_HOST = of(
            400,
            "unreadable-request",
            "The request cannot be read",
            "Send one Host header with the host name of the address that you ask for.");
    static final Refusal BAD_CONTENT_TYPE = of(
            415,
            "unsupported-media-type",
            "The body has the wrong media type",
            "The Content-Type header is no media type. Send application/json, or what the API description names.");

    static final Refusal PACKED_BODY = of(
            415,
            "unsupported-media-type",
            "The body has the wrong media type",
            "The body came packed, as its header Content-Encoding says. Send it as it is, without that header.");

    private static Refusal of(int status, String slug, String title, String detail) {
        return new Refusal(status, TYPES + slug, title, detail);
    }

    /** For an answer of which only the status is known. */
    static Refusal of(int status) {
        return switch (status) {
            case 400 ->
                of(
                        400,
                        "unreadable-request",
                        "The request cannot be read",
                        "Its address or a header has the wrong form. Percent-encode what an address may not hold.");
            case 401 ->
                of(
                        401,
                        "not-authenticated",
                        "A valid token is needed",
                        "Send Authorization: Bearer with a valid token.");
            case 403 -> of(403, "not-allowed", "You may not do this", "Your token does not allow this.");
            case 404 -> of(404, "not-found", "There is nothing at this address", "Check the address.");
            case 405 ->
                of(
                        405,
                        "method-not-allowed",
                        "This address does not take that method",
                        "The Allow header names the methods that this address takes.");
            case 406 ->
                of(406, "not-acceptable", "This address has no such representation", "Ask for application/json.");
            case 413 -> BODY_TOO_LARGE;
            case 414 ->
                of(
                        414,
                        "unreadable-request",
                        "The request cannot be read",
                        "Its address is longer than any that we have. Send less in it.");
            case 431 ->
                of(
                        431,
                        "unreadable-request",
                        "The request cannot be read",
                        "Its headers are longer than we read. Send fewer or shorter ones.");
            case 500 ->
                of(
                        500,
                        "internal",
                        "Something went wrong on our side",
                        "Try again; if it stays, tell us when it happened.");
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
