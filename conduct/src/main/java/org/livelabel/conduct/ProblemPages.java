package org.livelabel.conduct;

import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.livelabel.conduct.problem.ProblemKind;

/**
 * A page for each type of problem (RFC 9457, 3.1.1: a type that is an address should lead to words for people), at
 * {@code /problems/} and the type's last part. Every service has the pages of all: whoever follows a type need not know which
 * of them gave it. They come before everything that counts or authenticates callers, for they explain just that.
 */
@ApplicationScoped
class ProblemPages {
    private static final String STYLE =
            "body{max-width:42rem;margin:2rem auto;padding:0 1rem;font:1.0625rem/1.6 system-ui,sans-serif;"
                    + "overflow-wrap:anywhere}h1,h2{line-height:1.2}";

    /** What the page holds and nothing else; a service that sends a policy of its own leaves this one be. */
    private static final String POLICY = "default-src 'none'; style-src " + StyleHash.of(STYLE)
            + "; img-src data:; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

    private static final String FRAME = """
            <!DOCTYPE html>
            <html lang="en">
            <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <meta name="color-scheme" content="light dark">
            <title>%1$s – LiveLabel</title>
            <link rel="icon" href="data:,">
            <style>%3$s</style>
            </head>
            <body>
            <main>
            <h1>%1$s</h1>
            %2$s
            </main>
            </body>
            </html>
            """;

    private final SortedMap<String, String> pages = new TreeMap<>();
    private final String list;

    ProblemPages() {
        SortedMap<String, JsonObject> types = new TreeMap<>();
        JsonObject table = table();
        table.fieldNames().forEach(slug -> types.put(slug, table.getJsonObject(slug)));
        types.forEach((slug, type) -> pages.put(slug, one(slug, type)));
        list = framed(
                "Problem types",
                "<p>Every answer of LiveLabel that is not the one asked for is a problem document (RFC 9457), wherever no page is"
                        + " shown. Its <code>type</code> is one of these.</p>\n<ul>\n"
                        + types.entrySet().stream()
                                .map(type -> "<li><a href=\"/problems/%s\">%s</a>, %s</li>"
                                        .formatted(
                                                type.getKey(), text(type.getValue(), "title"), status(type.getValue())))
                                .collect(Collectors.joining("\n"))
                        + "\n</ul>");
    }

    void register(@Observes Router router) {
        router.route("/problems").handler(context -> answer(context, list));
        router.route("/problems/:type").handler(context -> answer(context, page(context.pathParam("type"))));
    }

    /** @return null where there is no such type */
    @Nullable String page(@Nullable String slug) {
        return slug == null ? null : pages.get(slug);
    }

    /** What is not here is left to the service, which knows how it says so. */
    private static void answer(RoutingContext context, @Nullable String page) {
        HttpMethod method = context.request().method();
        if (page == null || !method.equals(HttpMethod.GET) && !method.equals(HttpMethod.HEAD)) {
            context.next();
            return;
        }
        context.response()
                .putHeader(HttpHeaders.CONTENT_TYPE, "text/html;charset=UTF-8")
                .putHeader(HttpHeaders.CACHE_CONTROL, "public, max-age=3600")
                .putHeader("Content-Security-Policy", POLICY)
                .end(page);
    }

    private static String one(String slug, JsonObject type) {
        return framed(text(type, "title"), """
                <p>HTTP status %s. Type <code>%s</code></p>
                <h2>What it means</h2>
                <p>%s</p>
                <h2>What to do</h2>
                <p>%s</p>
                <p><a href="/problems">All problem types</a></p>""".formatted(
                        status(type), ProblemKind.BASE + slug, text(type, "means"), text(type, "remedy")));
    }

    private static String framed(String title, String content) {
        return FRAME.formatted(title, content, STYLE);
    }

    private static String status(JsonObject type) {
        return type.getJsonArray("status").stream().map(String::valueOf).collect(Collectors.joining(", "));
    }

    private static String text(JsonObject type, String member) {
        return type.getString(member).replace("&", "&amp;").replace("<", "&lt;");
    }

    private static JsonObject table() {
        try (InputStream in = ProblemPages.class.getResourceAsStream("/problems.json")) {
            return new JsonObject(
                    new String(Objects.requireNonNull(in, "problems.json").readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
