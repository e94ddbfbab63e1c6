package org.livelabel.conduct.connection;

import io.netty.channel.ChannelDuplexHandler;
import io.netty.channel.ChannelHandler;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.ChannelOutboundBuffer;
import io.netty.channel.ChannelPromise;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpRequestDecoder;
import io.netty.handler.codec.http.HttpResponse;
import io.netty.handler.codec.http.HttpResponseEncoder;
import io.netty.handler.codec.http.HttpStatusClass;
import io.netty.handler.codec.http.LastHttpContent;
import io.netty.handler.ssl.SslHandler;
import io.netty.util.ReferenceCountUtil;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.livelabel.conduct.connection.Connections.Closed;

/**
 * Closes a connection that is one too many, whose request does not come to its end, or whose client does not take the answer.
 * Time is measured from the beginning of each stretch, so a byte now and then gains nothing. While an answer is being made
 * nothing is counted: a long poll may wait, a download may last as long as somebody reads.
 *
 * <p>Stands first in the pipeline, before TLS, and counts requests with a second handler at its end. Over HTTP/2 it could not
 * tell them apart, so that is not spoken to the end: such a connection is closed, and an upgrade to it is not seen by anybody.
 */
final class ConnectionGuard extends ChannelDuplexHandler {
    private enum Stretch {
        HEAD(Closed.NO_REQUEST),
        BODY(Closed.NO_BODY),
        IDLE(Closed.IDLE),
        ANSWER(Closed.IDLE);

        private final Closed reason;

        Stretch(Closed reason) {
            this.reason = reason;
        }
    }

    private final Connections connections;
    private final Limits limits;
    private final LongSupplier nanos;
    private final List<Supplier<ChannelHandler>> before;
    private final List<? extends Supplier<ChannelHandler>> beside;
    private final long look;

    private Stretch stretch = Stretch.HEAD;
    private long since;
    private boolean requestsWatched;
    private int unanswered;
    private long writesDone;
    private long writesSeen;
    private long progressSeen;
    private long outputSince;

    ConnectionGuard(
            Connections connections,
            Limits limits,
            LongSupplier nanos,
            List<Supplier<ChannelHandler>> before,
            List<? extends Supplier<ChannelHandler>> beside) {
        this.connections = connections;
        this.limits = limits;
        this.nanos = nanos;
        this.before = before;
        this.beside = beside;
        // late by a quarter at most
        look = List.of(limits.head(), limits.body(), limits.idle(), limits.unread()).stream()
                        .filter(Duration::isPositive)
                        .mapToLong(Duration::toNanos)
                        .min()
                        .orElse(Duration.ofMinutes(1).toNanos())
                / 4;
    }

    @Override
    public void channelActive(ChannelHandlerContext context) {
        if (!connections.enter(context.channel())) {
            connections.count(Closed.TOO_MANY);
            context.close();
            return;
        }
        enter(Stretch.HEAD);
        outputSince = since;
        lookAgain(context);
        ChannelHandlerContext tls = context.pipeline().context(SslHandler.class);
        if (tls != null) {
            // what speaks HTTP is not in the pipeline before the hands are shaken
            requestsWatched = true;
            context.pipeline().addAfter(tls.name(), "guard-first-bytes", new FirstBytes());
        }
        context.fireChannelActive();
    }

    @Override
    public void channelRead(ChannelHandlerContext context, Object bytes) {
        if (!requestsWatched) {
            requestsWatched = true;
            if (speaksHttp1(context)) {
                watchRequests(context);
            } else {
                // the last of the pipeline finds out from these bytes which HTTP it is, and puts it behind
                context.pipeline().addLast("guard-first-bytes", new FirstBytes());
            }
        }
        if (stretch == Stretch.IDLE) {
            enter(Stretch.HEAD);
        }
        context.fireChannelRead(bytes);
    }

    /** Counts what is done: buffers are used again, so that the one which waits can look like the one that waited before. */
    @Override
    public void write(ChannelHandlerContext context, Object bytes, ChannelPromise promise) {
        context.write(bytes, promise.unvoid().addListener(done -> writesDone++));
    }

    private static boolean speaksHttp1(ChannelHandlerContext context) {
        return context.pipeline().get(HttpRequestDecoder.class) != null;
    }

    private void watchRequests(ChannelHandlerContext context) {
        ChannelHandlerContext codec = context.pipeline().context(HttpResponseEncoder.class);
        String last = context.pipeline().lastContext().name();
        // before whoever keeps a note for each request
        if (codec == null) {
            context.pipeline().addBefore(last, "guard-order", new OneAtATime());
        } else {
            before.forEach(more -> context.pipeline().addAfter(codec.name(), null, more.get()));
            context.pipeline().addAfter(codec.name(), "guard-order", new OneAtATime());
        }
        context.pipeline().addBefore(last, "guard-requests", new Requests());
        beside.forEach(more -> context.pipeline().addBefore(last, null, more.get()));
    }

    private void enter(Stretch next) {
        stretch = next;
        since = nanos.getAsLong();
    }

    private void lookAgain(ChannelHandlerContext context) {
        context.executor().schedule(() -> look(context), look, TimeUnit.NANOSECONDS);
    }

    private void look(ChannelHandlerContext context) {
        if (!context.channel().isActive()) {
            return;
        }
        long now = nanos.getAsLong();
        if (isTaking(context, now)) {
            if (stretch == Stretch.IDLE) {
                since = now;
            }
            if (isOver(limits.unread(), outputSince, now)) {
                close(context, Closed.NOT_READING);
                return;
            }
        } else if (isOver(granted(), since, now)) {
            close(context, stretch.reason);
            return;
        }
        lookAgain(context);
    }

    /** Whether something waits for the client to take it; notes since when it has taken nothing. */
    private boolean isTaking(ChannelHandlerContext context, long now) {
        ChannelOutboundBuffer buffer = context.channel().unsafe().outboundBuffer();
        if (buffer == null || buffer.isEmpty()) {
            outputSince = now;
            return false;
        }
        long progress = buffer.currentProgress();
        if (writesDone != writesSeen || progress != progressSeen) {
            writesSeen = writesDone;
            progressSeen = progress;
            outputSince = now;
        }
        return true;
    }

    private Duration granted() {
        return switch (stretch) {
            case HEAD -> limits.head();
            case BODY -> limits.body();
            case IDLE -> limits.idle();
            case ANSWER -> Duration.ZERO;
        };
    }

    private static boolean isOver(Duration limit, long since, long now) {
        return limit.isPositive() && now - since >= limit.toNanos();
    }

    private void close(ChannelHandlerContext context, Closed why) {
        connections.count(why);
        context.close();
    }

    /** The first bytes that come out of TLS, or past whoever looked at them: from now on it is known what the client speaks. */
    private final class FirstBytes extends ChannelInboundHandlerAdapter {
        @Override
        public void channelRead(ChannelHandlerContext context, Object bytes) {
            if (speaksHttp1(context)) {
                watchRequests(context);
            } else {
                ReferenceCountUtil.release(bytes);
                close(context, Closed.NO_REQUEST);
                return;
            }
            context.pipeline().remove(this);
            context.fireChannelRead(bytes);
        }
    }

    private final class Requests extends ChannelDuplexHandler {
        @Override
        public void channelRead(ChannelHandlerContext context, Object message) {
            if (message instanceof HttpRequest request) {
                unanswered++;
                enter(Stretch.BODY);
                if (request.headers().containsValue(HttpHeaderNames.UPGRADE, "h2c", true)) {
                    // RFC 9110, 7.8: a server may ignore it
                    request.headers().remove(HttpHeaderNames.UPGRADE);
                }
            }
            if (message instanceof LastHttpContent) {
                enter(unanswered > 0 ? Stretch.ANSWER : Stretch.IDLE);
            }
            context.fireChannelRead(message);
        }

        @Override
        public void write(ChannelHandlerContext context, Object message, ChannelPromise promise) {
            boolean interim = message instanceof HttpResponse response
                    && response.status().codeClass() == HttpStatusClass.INFORMATIONAL;
            if (message instanceof LastHttpContent && !interim && --unanswered == 0) {
                enter(Stretch.IDLE);
            }
            context.write(message, promise);
        }
    }
}
