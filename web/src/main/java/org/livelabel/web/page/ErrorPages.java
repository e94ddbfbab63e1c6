package org.livelabel.web.page;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;

/** Pages that say what went wrong and how to go on. They never repeat what a service or an exception said. */
public final class ErrorPages {
    private ErrorPages() {}

    /** @param explanation what happened, and what to do about it */
    record ErrorView(String heading, List<String> explanation, String linkText, String link) {}

    @CheckedTemplate(basePath = "page")
    static final class Templates {
        private Templates() {}

        static native TemplateInstance error(ErrorView view);
    }

    public static Response badRequest() {
        return page(
                400,
                "We cannot read this address",
                List.of(
                        "Part of it is missing or mistyped.",
                        "If you followed a link to a further page of a list, " + "begin that list again."),
                "Search for a product",
                "/search");
    }

    public static Response notFound() {
        return page(
                404,
                "There is no such page",
                List.of("The address may be mistyped, or what was here is not public."),
                "Search for a product",
                "/search");
    }

    public static Response forbidden() {
        return page(
                403,
                "You cannot do this here",
                List.of(
                        "Either the form was sent from another site, or your account has no right to what you asked for.",
                        "Go back to our own page and try again. If you need the right, ask an owner of your organisation."),
                "Go to the first page",
                "/");
    }

    public static Response signInIncomplete() {
        return page(
                401,
                "Signing in did not work",
                List.of(
                        "It took too long, was begun in another window, or your browser refused our cookie.",
                        "Nothing has happened to your account. Try once more."),
                "Sign in again",
                "/account/sign-in");
    }

    public static Response signInRefused() {
        return page(
                403,
                "You are not signed in",
                List.of("The sign-in was cancelled or refused.", "Nothing has happened to your account."),
                "Sign in",
                "/account/sign-in");
    }

    public static Response signInAway() {
        return page(
                503,
                "Signing in does not work at the moment",
                List.of(
                        "Nothing has happened to your account.",
                        "Try again in a minute. What needs no account can still be read: products, makers and labels."),
                "Try again",
                "/account/sign-in");
    }

    public static Response proofMissing() {
        return page(
                403,
                "We need a fresh proof that it is you",
                List.of(
                        "What you asked for needs your password and your second factor, proven within the last 15 minutes.",
                        "We asked for them, but the answer did not say so."),
                "Try once more",
                "/account/confirm");
    }

    public static Response away() {
        return page(
                503,
                "A part of LiveLabel does not answer just now",
                List.of(
                        "Nothing is wrong with what you asked for.",
                        "Try again in a minute. Labels behind QR codes " + "can still be read."),
                "Go to the first page",
                "/");
    }

    /** @param seconds until there is something left again */
    static Response tooMuch(int seconds) {
        Response page = page(
                429,
                "That was too fast",
                List.of(
                        "So many pages were opened from your network in the last minute that we stop for a moment.",
                        "Wait " + (seconds == 1 ? "a second" : seconds + " seconds")
                                + " and load the page again. Labels behind QR codes can still be read."),
                "Go to the first page",
                "/");
        return Response.fromResponse(page).header("Retry-After", seconds).build();
    }

    public static Response failure() {
        return page(
                500,
                "Something went wrong on our side",
                List.of("It has been noted.", "Try again; if it stays, come back later."),
                "Go to the first page",
                "/");
    }

    /** Any other refusal, with its status. */
    public static Response other(int status) {
        return page(
                status,
                "This did not work",
                List.of("The address or the way it was asked for is not one that we answer."),
                "Go to the first page",
                "/");
    }

    /** The page for a status of which no more is known. */
    static Response of(int status) {
        return switch (status) {
            case 400 -> badRequest();
            case 401 -> signInIncomplete();
            case 403 -> forbidden();
            case 404 -> notFound();
            case 503 -> away();
            default -> status < 500 ? other(status) : failure();
        };
    }

    private static Response page(int status, String heading, List<String> explanation, String linkText, String link) {
        Response.ResponseBuilder answer = Response.status(status)
                .type(MediaType.TEXT_HTML_TYPE.withCharset("utf-8"))
                .entity(Templates.error(new ErrorView(heading, explanation, linkText, link))
                        .render());
        return (status == 503 ? answer.header("Retry-After", "60") : answer).build();
    }
}
