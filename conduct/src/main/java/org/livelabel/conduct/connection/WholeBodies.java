package org.livelabel.conduct.connection;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelDuplexHandler;
import io.netty.channel.ChannelFutureListener;
import io.netty.channel.ChannelHandler;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelPromise;
import io.netty.handler.codec.http.DefaultFullHttpResponse;
import io.netty.handler.codec.http.DefaultHttpContent;
import io.netty.handler.codec.http.DefaultLastHttpContent;
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
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Keeps a request back until its body is there, for servers that go to work on one as soon as its header is: who sends slowly
 * holds a socket and some memory, never a thread. The memory is held until the request is answered.
 */
public final class WholeBodies implements Supplier<ChannelHandler> {
    private static final Duration TO_READ_WHY = Duration.ofSeconds(2);

    private final int limit;
    private final Duration time;
    private final Places bodies;
    private final Places memory;

    /**
     * @param limit the largest body, in bytes
     * @param time from the end of the header to the end of the body
     * @param bodies how many may be received at once
     * @param memory bytes for all of them
     */
    public WholeBodies(int limit, Duration time, Places bodies, Places memory) {
        this.limit = limit;
        this.time = time;
        this.bodies = bodies;
        this.memory = memory;
    }

    /** A handler for one HTTP/1 connection, right before whoever answers. */
    @Override
    public ChannelHandler get() {
        return new Receiver();
    }

    private final class Receiver extends ChannelDuplexHandler {
        private @Nullable Body incoming;
        /** What the requests that wait for their answer hold, the oldest first. */
        private final Queue<Integer> unanswered = new ArrayDeque<>();

        private boolean refused;

        @Override
        public void channelRead(ChannelHandlerContext context, Object message) {
            Body body = incoming;
            if (refused) {
                ReferenceCountUtil.release(message);
            } else if (message instanceof HttpRequest request) {
                begin(context, request);
            } else if (body != null && message instanceof HttpContent content) {
                take(context, body, content);
            } else {
                context.fireChannelRead(message);
            }
        }

        @Override
        public void write(ChannelHandlerContext context, Object message, ChannelPromise promise) {
            boolean interim = message instanceof HttpResponse response
                    && response.status().codeClass() == HttpStatusClass.INFORMATIONAL;
            if (message instanceof LastHttpContent && !interim) {
                Integer held = unanswered.poll();
                giveBack(context, held == null ? 0 : held);
            }
            context.write(message, promise);
        }

        @Override
        public void channelInactive(ChannelHandlerContext context) {
            letGo(context);
            unanswered.forEach(held -> giveBack(context, held));
            unanswered.clear();
            context.fireChannelInactive();
        }

        private void begin(ChannelHandlerContext context, HttpRequest request) {
            long announced = request.decoderResult().isSuccess() ? HttpUtil.getContentLength(request, 0L) : 0;
            boolean chunked = request.decoderResult().isSuccess() && HttpUtil.isTransferEncodingChunked(request);
            if (announced == 0 && !chunked) {
                unanswered.add(0);
                context.fireChannelRead(request);
            } else if (announced > limit) {
                refuse(context, HttpResponseStatus.REQUEST_ENTITY_TOO_LARGE, tooLarge());
            } else if (!bodies.take(address(context))) {
                refuse(
                        context,
                        HttpResponseStatus.SERVICE_UNAVAILABLE,
                        "Too many bodies are on their way. Try again in a moment.");
            } else {
                incoming = new Body(
                        request,
                        context.executor().schedule(() -> isLate(context), time.toNanos(), TimeUnit.NANOSECONDS));
                if (HttpUtil.is100ContinueExpected(request)) {
                    // or it would be said a second time by who reads the body
                    request.headers().remove(HttpHeaderNames.EXPECT);
                    if (unanswered.isEmpty()) {
                        context.writeAndFlush(new DefaultFullHttpResponse(
                                HttpVersion.HTTP_1_1, HttpResponseStatus.CONTINUE, Unpooled.EMPTY_BUFFER));
                    }
                }
            }
        }

        private void take(ChannelHandlerContext context, Body body, HttpContent content) {
            try {
                int more = content.content().readableBytes();
                if (body.bytes.readableBytes() + more > limit) {
                    refuse(context, HttpResponseStatus.REQUEST_ENTITY_TOO_LARGE, tooLarge());
                } else if (more > 0 && !memory.take(address(context), more)) {
                    refuse(
                            context,
                            HttpResponseStatus.SERVICE_UNAVAILABLE,
                            "Too many bodies are on their way. Try again in a moment.");
                } else {
                    // a copy: each piece would keep the whole buffer that it was read into
                    body.bytes.writeBytes(content.content());
                    if (content instanceof LastHttpContent last) {
                        passOn(context, body, last);
                    }
                }
            } finally {
                content.release();
            }
        }

        private void passOn(ChannelHandlerContext context, Body body, LastHttpContent last) {
            incoming = null;
            body.timer.cancel(false);
            bodies.giveBack(address(context));
            unanswered.add(body.bytes.readableBytes());
            context.fireChannelRead(body.request);
            if (body.bytes.isReadable()) {
                context.fireChannelRead(new DefaultHttpContent(body.bytes));
            }
            if (last.decoderResult().isSuccess()) {
                context.fireChannelRead(LastHttpContent.EMPTY_LAST_CONTENT);
            } else {
                LastHttpContent unreadable = new DefaultLastHttpContent();
                unreadable.setDecoderResult(last.decoderResult());
                context.fireChannelRead(unreadable);
            }
        }

        private void isLate(ChannelHandlerContext context) {
            refuse(
                    context,
                    HttpResponseStatus.REQUEST_TIMEOUT,
                    "The body did not arrive within " + time.toSeconds() + " seconds.");
        }

        private String tooLarge() {
            return "The body has more than " + limit + " bytes.";
        }

        /** The rest is thrown away for a moment, so that a client that is still sending gets to read why. */
        private void refuse(ChannelHandlerContext context, HttpResponseStatus status, String why) {
            letGo(context);
            refused = true;
            if (!unanswered.isEmpty()) {
                // it would be taken for the answer to an earlier request
                context.close();
                return;
            }
            FullHttpResponse answer = new DefaultFullHttpResponse(
                    HttpVersion.HTTP_1_1, status, Unpooled.copiedBuffer(why + "\n", StandardCharsets.US_ASCII));
            answer.headers()
                    .set(HttpHeaderNames.CONTENT_TYPE, "text/plain; charset=utf-8")
                    .set(HttpHeaderNames.CONTENT_LENGTH, answer.content().readableBytes())
                    .set("X-Content-Type-Options", "nosniff")
                    .set(HttpHeaderNames.CONNECTION, HttpHeaderValues.CLOSE);
            if (status.equals(HttpResponseStatus.SERVICE_UNAVAILABLE)) {
                answer.headers().set(HttpHeaderNames.RETRY_AFTER, "1");
            }
            if (status.equals(HttpResponseStatus.REQUEST_TIMEOUT)) {
                context.writeAndFlush(answer).addListener(ChannelFutureListener.CLOSE);
            } else {
                context.writeAndFlush(answer);
                context.executor().schedule(() -> context.close(), TO_READ_WHY.toNanos(), TimeUnit.NANOSECONDS);
            }
        }

        /** Of what is still being received. */
        private void letGo(ChannelHandlerContext context) {
            Body body = incoming;
            if (body != null) {
                incoming = null;
                body.timer.cancel(false);
                bodies.giveBack(address(context));
                giveBack(context, body.bytes.readableBytes());
                body.bytes.release();
            }
        }

        private void giveBack(ChannelHandlerContext context, int held) {
            if (held > 0) {
                memory.giveBack(address(context), held);
            }
        }

        private static @Nullable InetAddress address(ChannelHandlerContext context) {
            return Connections.address(context.channel());
        }
    }

    private static final class Body {
        private final HttpRequest request;
        private final Future<?> timer;
        private final ByteBuf bytes = Unpooled.buffer();

        Body(HttpRequest request, Future<?> timer) {
            this.request = request;
            this.timer = timer;
        }
    }
}
