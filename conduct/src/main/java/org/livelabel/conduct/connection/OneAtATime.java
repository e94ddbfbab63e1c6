package org.livelabel.conduct.connection;

import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelDuplexHandler;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelPromise;
import io.netty.handler.codec.DecoderResult;
import io.netty.handler.codec.http.DefaultFullHttpResponse;
import io.netty.handler.codec.http.FullHttpResponse;
import io.netty.handler.codec.http.HttpContent;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaderValues;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpResponse;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.HttpStatusClass;
import io.netty.handler.codec.http.HttpUtil;
import io.netty.handler.codec.http.HttpVersion;
import io.netty.handler.codec.http.LastHttpContent;
import io.netty.util.ReferenceCountUtil;
import java.nio.channels.ClosedChannelException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.TimeUnit;

/**
 * Lets a connection's next request through when the answer before it has left us, not when it was written: who asks and does
 * not read makes us keep one answer. What came meanwhile waits, and no more is read: at most what one read brought, which
 * {@link Connections#watch} keeps small.
 *
 * <p>It also sees to it that nothing is taken for a request because of how another was framed (RFC 9112, 6.1 and 6.3).
 */
final class OneAtATime extends ChannelDuplexHandler {
    private static final Duration TO_READ_WHY = Duration.ofSeconds(2);

    private final Queue<Object> waiting = new ArrayDeque<>();
    /** Of the request that was let through: whether its end was, too. */
    private boolean received = true;

    private boolean answered = true;
    /** Whether nothing that comes behind it is a request. */
    private boolean last;

    /** Whether its answer has begun. */
    private boolean begun;

    private boolean resuming;

    /** Whether we answered ourselves; what comes of somebody who was at work already is no answer any more. */
    private boolean refused;

    @Override
    public void channelRead(ChannelHandlerContext context, Object message) {
        if (waiting.isEmpty() && !isShut()) {
            pass(context, message);
        } else if (last) {
            // it is read on, or the answer would be lost when we close
            ReferenceCountUtil.release(message);
        } else {
            waiting.add(message);
            context.channel().config().setAutoRead(false);
        }
    }

    /** Whoever answers may want to go on reading the request that it has; there is nothing more of it. */
    @Override
    public void read(ChannelHandlerContext context) {
        if (waiting.isEmpty() && !resuming) {
            context.read();
        }
    }

    @Override
    public void write(ChannelHandlerContext context, Object message, ChannelPromise promise) {
        if (refused) {
            ReferenceCountUtil.release(message);
            promise.tryFailure(new ClosedChannelException());
            return;
        }
        begun |= message instanceof HttpResponse && !isInterim(message);
        if (message instanceof LastHttpContent && !isInterim(message)) {
            context.write(message, promise.unvoid().addListener(gone -> hasLeft(context)));
        } else {
            context.write(message, promise);
        }
    }

    @Override
    public void channelInactive(ChannelHandlerContext context) {
        waiting.forEach(ReferenceCountUtil::release);
        waiting.clear();
        context.fireChannelInactive();
    }

    private static boolean isInterim(Object message) {
        return message instanceof HttpResponse response
                && response.status().codeClass() == HttpStatusClass.INFORMATIONAL
                && !response.status().equals(HttpResponseStatus.SWITCHING_PROTOCOLS);
    }

    private boolean isShut() {
        return received && (!answered || last);
    }

    private void hasLeft(ChannelHandlerContext context) {
        answered = true;
        if (!waiting.isEmpty()) {
            // not from within the flush that it left by
            context.executor().execute(() -> goOn(context));
        }
    }

    private void goOn(ChannelHandlerContext context) {
        if (!context.channel().isActive()) {
            return;
        }
        resuming = true;
        // first, because whoever gets a body may stop it again
        context.channel().config().setAutoRead(true);
        while (!waiting.isEmpty() && !isShut()) {
            pass(context, waiting.remove());
        }
        // it flushes only when it knows that nothing more comes
        context.fireChannelReadComplete();
        resuming = false;
        if (last && received) {
            waiting.forEach(ReferenceCountUtil::release);
            waiting.clear();
        }
        if (!waiting.isEmpty()) {
            context.channel().config().setAutoRead(false);
        } else if (context.channel().config().isAutoRead()) {
            context.read();
        }
    }

    private void pass(ChannelHandlerContext context, Object message) {
        if (message instanceof HttpRequest request) {
            received = false;
            answered = false;
            begun = false;
            look(request);
        } else if (message instanceof HttpContent content
                && content.decoderResult().isFailure()
                && !begun) {
            content.release();
            refuse(context);
            return;
        }
        if (message instanceof LastHttpContent) {
            received = true;
        }
        context.fireChannelRead(message);
    }

    /** What cannot be read in the middle of a body. Its rest is thrown away for a moment, so that the client gets to read why. */
    private void refuse(ChannelHandlerContext context) {
        received = true;
        last = true;
        FullHttpResponse answer = new DefaultFullHttpResponse(
                HttpVersion.HTTP_1_1, HttpResponseStatus.BAD_REQUEST, Unpooled.EMPTY_BUFFER);
        answer.headers().set(HttpHeaderNames.CONTENT_LENGTH, 0).set(HttpHeaderNames.CONNECTION, HttpHeaderValues.CLOSE);
        // past those who complete answers
        context.channel().writeAndFlush(answer);
        refused = true;
        context.executor().schedule(() -> context.close(), TO_READ_WHY.toNanos(), TimeUnit.NANOSECONDS);
    }

    private void look(HttpRequest request) {
        if (request.headers().contains(HttpHeaderNames.TRANSFER_ENCODING) && !isChunked(request)) {
            request.setDecoderResult(DecoderResult.failure(new IllegalArgumentException("Transfer-Encoding")));
        }
        if (request.decoderResult().isFailure()) {
            received = true;
            last = true;
        } else if (request.headers().contains(HttpHeaderNames.TRANSFER_ENCODING) || !HttpUtil.isKeepAlive(request)) {
            // whether there was a Content-Length beside the chunks is forgotten here; then we have to close
            request.headers().set(HttpHeaderNames.CONNECTION, HttpHeaderValues.CLOSE);
            last = true;
        }
    }

    /** Chunks alone: we take nothing that is packed, and HTTP/1.0 knows no chunks. */
    private static boolean isChunked(HttpRequest request) {
        return request.protocolVersion().equals(HttpVersion.HTTP_1_1)
                && String.join(",", request.headers().getAll(HttpHeaderNames.TRANSFER_ENCODING))
                        .strip()
                        .equalsIgnoreCase(HttpHeaderValues.CHUNKED.toString());
    }
}
