package org.livelabel.conduct;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Looks at the headers that everything behind this reads: what cannot be read is refused, or ignored where that is allowed. */
@ApplicationScoped
class ReadableRequests {
    private static final String TOKEN = "[!#$%&'*+.^_`|~0-9A-Za-z-]++";
    private static final String PARAMETERS =
            "(?:[ \\t]*+;[ \\t]*+(?:" + TOKEN + "[ \\t]*+=[ \\t]*+(?:" + TOKEN + "|\"[^\"\\\\]*+\"))?+)*+";
    private static final Pattern MEDIA_TYPE =
            Pattern.compile("[ \\t]*+(" + TOKEN + "/" + TOKEN + PARAMETERS + ")[ \\t]*+");
    private static final Pattern BAD_WEIGHT = Pattern.compile(
            ";[ \\t]*+q[ \\t]*+=(?![ \\t]*+(?:0?\\.[0-9]{1,3}|0\\.?|1(?:\\.0{0,3})?)[ \\t]*+(?:;|$))",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern DOTS_ALONE = Pattern.compile("Bearer[ \\t]++\\.++[ \\t]*+", Pattern.CASE_INSENSITIVE);
    /** RFC 3986, 3.2.2 and 3.2.3. */
    private static final Pattern HOST =
            Pattern.compile("(?:[A-Za-z0-9._~!$&'()*+,;=-]{1,255}|\\[[0-9A-Fa-f:.]{2,45}])(?::[0-9]{0,5})?");

    private final Refusals refusals;

    ReadableRequests(Refusals refusals) {
        this.refusals = refusals;
    }

    void register(@Observes Filters filters) {
        // after the filters that only set headers of answers
        filters.register(this::look, Integer.MAX_VALUE - 10);
    }

    private void look(RoutingContext context) {
        HttpServerRequest request = context.request();
        MultiMap headers = request.headers();
        if (request.version() == null) {
            refusals.refuse(context, Refusal.of(505));
            return;
        }
        if (!isHost(headers.getAll(HttpHeaders.HOST))) {
            refusals.refuse(context, Refusal.BAD_HOST);
            return;
        }
        String contentType = headers.get(HttpHeaders.CONTENT_TYPE);
        if (contentType != null && !MEDIA_TYPE.matcher(contentType).matches()) {
            refusals.refuse(context, Refusal.BAD_CONTENT_TYPE);
            return;
        }
        readableAccept(headers);
        readableToken(headers);
        comparedWeakly(headers);
        context.next();
    }

    static boolean isHost(List<String> hosts) {
        return hosts.size() == 1 && HOST.matcher(hosts.getFirst()).matches();
    }

    /** Elements that are no media range are as good as not sent (RFC 9110, 12.5.1). */
    private static void readableAccept(MultiMap headers) {
        List<String> sent = headers.getAll(HttpHeaders.ACCEPT);
        if (sent.isEmpty()) {
            return;
        }
        String all = String.join(",", sent);
        List<String> readable = new ArrayList<>();
        for (String element : all.split(",", -1)) {
            Matcher range = MEDIA_TYPE.matcher(element);
            if (range.matches() && !BAD_WEIGHT.matcher(range.group(1)).find()) {
                readable.add(range.group(1));
            }
        }
        if (readable.isEmpty()) {
            headers.remove(HttpHeaders.ACCEPT);
        } else {
            headers.set(HttpHeaders.ACCEPT, String.join(",", readable));
        }
    }

    /** Quarkus fails over a token that is nothing but dots; this one is just as wrong, and it can tell. */
    private static void readableToken(MultiMap headers) {
        String authorization = headers.get(HttpHeaders.AUTHORIZATION);
        if (authorization != null && DOTS_ALONE.matcher(authorization).matches()) {
            headers.set(HttpHeaders.AUTHORIZATION, "Bearer none");
        }
    }

    /** A proxy that packs an answer makes its tag weak; If-None-Match does not look at that (RFC 9110, 13.1.2). */
    private static void comparedWeakly(MultiMap headers) {
        String tags = headers.get(HttpHeaders.IF_NONE_MATCH);
        if (tags != null && tags.contains("W/\"")) {
            headers.set(HttpHeaders.IF_NONE_MATCH, tags.replace("W/\"", "\""));
        }
    }
}
