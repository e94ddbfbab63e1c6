package org.livelabel.conduct;

import io.netty.channel.ChannelDuplexHandler;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelPromise;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaderValues;
import io.netty.handler.codec.http.HttpHeaders;
import io.netty.handler.codec.http.HttpMethod;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpResponse;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.HttpStatusClass;
import io.netty.handler.codec.http.LastHttpContent;
import java.util.ArrayDeque;
import java.util.Locale;
import java.util.Queue;

/**
 * Keeps what is packed apart from what is not, for every cache in between. Stands between the bytes and the compressor: it
 * tells the compressor in one word what a client takes, and sees whether an answer was packed.
 *
 * <p>Packed bytes are another representation. They carry the same tag, but a weak one (RFC 9110, 8.8.3.3), unless no cache
 * may keep them: a draft's tag has to stay strong for {@code If-Match}.
 */
final class PackedAnswers extends ChannelDuplexHandler {
    /** The requests that wait for their answer. */
    private final Queue<Asked> unanswered = new ArrayDeque<>();

    private record Asked(boolean takesGzip, boolean head) {}

    @Override
    public void channelRead(ChannelHandlerContext context, Object message) {
        if (message instanceof HttpRequest request) {
            boolean takesGzip = takesGzip(String.join(",", request.headers().getAll(HttpHeaderNames.ACCEPT_ENCODING)));
            unanswered.add(new Asked(takesGzip, request.method().equals(HttpMethod.HEAD)));
            if (takesGzip) {
                request.headers().set(HttpHeaderNames.ACCEPT_ENCODING, HttpHeaderValues.GZIP);
            } else {
                request.headers().remove(HttpHeaderNames.ACCEPT_ENCODING);
            }
        }
        context.fireChannelRead(message);
    }

    @Override
    public void write(ChannelHandlerContext context, Object message, ChannelPromise promise) {
        boolean interim = message instanceof HttpResponse response
                && response.status().codeClass() == HttpStatusClass.INFORMATIONAL;
        if (message instanceof HttpResponse response && !interim) {
            Asked asked = unanswered.peek();
            say(response, asked == null ? new Asked(false, false) : asked);
        }
        if (message instanceof LastHttpContent && !interim) {
            unanswered.poll();
        }
        context.write(message, promise);
    }

    private static void say(HttpResponse response, Asked asked) {
        HttpHeaders headers = response.headers();
        // RFC 9110, 8.4: it says nothing
        if (headers.containsValue(HttpHeaderNames.CONTENT_ENCODING, HttpHeaderValues.IDENTITY, true)) {
            headers.remove(HttpHeaderNames.CONTENT_ENCODING);
        }
        boolean notModified = response.status().equals(HttpResponseStatus.NOT_MODIFIED);
        String mediaType = headers.get(HttpHeaderNames.CONTENT_TYPE);
        // of an answer that was not modified often nothing is said
        boolean packable = mediaType == null ? notModified : isPackable(mediaType);
        boolean packed = headers.contains(HttpHeaderNames.CONTENT_ENCODING);
        if (!packed && !packable) {
            return;
        }
        if (!headers.containsValue(HttpHeaderNames.VARY, HttpHeaderNames.ACCEPT_ENCODING, true)) {
            headers.add(HttpHeaderNames.VARY, "Accept-Encoding");
        }
        String tag = headers.get(HttpHeaderNames.ETAG);
        boolean kept = !headers.containsValue(HttpHeaderNames.CACHE_CONTROL, HttpHeaderValues.NO_STORE, true);
        // what the answer to GET would have been
        boolean would = asked.takesGzip() && packable && (notModified || asked.head());
        if (tag != null && tag.startsWith("\"") && kept && (packed || would)) {
            headers.set(HttpHeaderNames.ETAG, "W/" + tag);
        }
    }

    private static boolean isPackable(String mediaType) {
        return mediaType.startsWith("text/")
                || mediaType.contains("json")
                || mediaType.contains("xml")
                || mediaType.contains("javascript");
    }

    /** RFC 9110, 12.5.3: with a weight of 0 it is not acceptable, whatever the asterisk says. */
    static boolean takesGzip(String accepted) {
        double gzip = -1;
        double any = -1;
        for (String one : accepted.toLowerCase(Locale.ROOT).split(",")) {
            String[] parts = one.split(";", -1);
            switch (parts[0].strip()) {
                case "gzip", "x-gzip" -> gzip = weight(parts);
                case "*" -> any = weight(parts);
                default -> {}
            }
        }
        return gzip >= 0 ? gzip > 0 : any > 0;
    }

    private static double weight(String[] parts) {
        for (int i = 1; i < parts.length; i++) {
            String parameter = parts[i].strip();
            if (parameter.startsWith("q=")) {
                try {
                    return Double.parseDouble(parameter.substring(2).strip());
                } catch (NumberFormatException e) {
                    return 0;
                }
            }
        }
        return 1;
    }
}
