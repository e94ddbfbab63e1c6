package org.livelabel.conduct.connection;

import static org.assertj.core.api.Assertions.assertThat;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelHandler;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.embedded.EmbeddedChannel;
import io.netty.handler.codec.http.DefaultFullHttpResponse;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpRequestDecoder;
import io.netty.handler.codec.http.HttpResponseEncoder;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.HttpVersion;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.livelabel.conduct.connection.Connections.Closed;

class ConnectionGuardTest {
    private final AtomicLong nanos = new AtomicLong();
    private final Connections connections = new Connections(
            new Limits(
                    Duration.ofSeconds(10),
                    Duration.ofSeconds(20),
                    Duration.ofSeconds(60),
                    Duration.ofSeconds(60),
                    2,
                    3,
                    new Networks(List.of())),
            nanos::get,
            List.of(Notes::new));

    @Test
    void aHeaderThatDripsIsCutOffAfterTenSeconds() {
        EmbeddedChannel channel = connected();

        for (int second = 0; second < 13 && channel.isOpen(); second++) {
            send(channel, second == 0 ? "GET / HTTP/1.1\r\nX: " : "a");
            pass(channel, 1);
        }

        assertThat(channel.isOpen()).isFalse();
        assertThat(connections.closed(Closed.NO_REQUEST)).isEqualTo(1);
    }

    @Test
    void anAnswerMayTakeAsLongAsItTakesAndTheNextRequestHasAMinute() {
        EmbeddedChannel channel = connected();
        send(channel, "GET / HTTP/1.1\r\n\r\n");

        pass(channel, 3600);
        boolean whileItWaits = channel.isOpen();
        answer(channel);
        pass(channel, 50);
        boolean inBetween = channel.isOpen();
        pass(channel, 30);

        assertThat(whileItWaits).isTrue();
        assertThat(inBetween).isTrue();
        assertThat(channel.isOpen()).isFalse();
        assertThat(connections.closed(Closed.IDLE)).isEqualTo(1);
    }

    @Test
    void whatIsThrownAwayLeavesNoNoteAnywhere() {
        EmbeddedChannel channel = connected();

        send(channel, "GET /long HTTP/1.1\r\nConnection: close\r\n\r\n" + "GET / HTTP/1.1\r\n\r\n".repeat(50));

        assertThat(channel.pipeline().get(Notes.class).requests).isEqualTo(1);
    }

    @Test
    void aFurtherRequestHasTenSecondsFromItsFirstByte() {
        EmbeddedChannel channel = connected();
        send(channel, "GET / HTTP/1.1\r\n\r\n");
        answer(channel);
        send(channel, "G");

        pass(channel, 13);

        assertThat(channel.isOpen()).isFalse();
        assertThat(connections.closed(Closed.NO_REQUEST)).isEqualTo(1);
    }

    @Test
    void aBodyThatDripsIsCutOffWhereItsTimeIsLimited() {
        EmbeddedChannel channel = connected();
        send(channel, "POST / HTTP/1.1\r\nContent-Length: 1000\r\n\r\n");

        for (int second = 0; second < 24 && channel.isOpen(); second++) {
            send(channel, "a");
            pass(channel, 1);
        }

        assertThat(channel.isOpen()).isFalse();
        assertThat(connections.closed(Closed.NO_BODY)).isEqualTo(1);
    }

    @Test
    void whoIsOneTooManyIsClosedUntilAnotherGoes() {
        EmbeddedChannel first = connected();
        connected();

        boolean third = connected().isOpen();
        first.close();
        boolean fourth = connected().isOpen();

        assertThat(third).isFalse();
        assertThat(fourth).isTrue();
        assertThat(connections.closed(Closed.TOO_MANY)).isEqualTo(1);
        assertThat(connections.open()).isEqualTo(2);
    }

    @Test
    void whereTheFirstBytesDecideWhichHttpItIsTheTimeIsTheSame() {
        EmbeddedChannel channel = connected(new Chooser());

        for (int second = 0; second < 13 && channel.isOpen(); second++) {
            send(channel, second == 0 ? "GET / HTTP/1.1\r\nX: " : "a");
            pass(channel, 1);
        }

        assertThat(channel.isOpen()).isFalse();
        assertThat(connections.closed(Closed.NO_REQUEST)).isEqualTo(1);
    }

    @Test
    void http2InClearTextIsClosedAtOnce() {
        EmbeddedChannel channel = connected(new Chooser());

        send(channel, "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n");

        assertThat(channel.isOpen()).isFalse();
        assertThat(connections.closed(Closed.NO_REQUEST)).isEqualTo(1);
    }

    @Test
    void nobodySeesThatAClientAsksForHttp2() {
        EmbeddedChannel channel = connected();

        send(channel, "GET / HTTP/1.1\r\nConnection: Upgrade\r\nUpgrade: h2c\r\n\r\n");

        HttpRequest request = channel.readInbound();
        assertThat(request.headers().contains("Upgrade")).isFalse();
    }

    private EmbeddedChannel connected() {
        return connected(new HttpRequestDecoder(), new HttpResponseEncoder(), new ChannelInboundHandlerAdapter());
    }

    private EmbeddedChannel connected(ChannelHandler... server) {
        EmbeddedChannel channel = new EmbeddedChannel(false, false);
        channel.freezeTime();
        connections.watch(channel, List.of());
        channel.pipeline().addLast(server);
        try {
            channel.register();
        } catch (Exception e) {
            throw new AssertionError(e);
        }
        return channel;
    }

    /** Stands for whoever keeps something for each request until it is answered. */
    private static final class Notes extends ChannelInboundHandlerAdapter {
        private int requests;

        @Override
        public void channelRead(ChannelHandlerContext context, Object message) {
            requests += message instanceof HttpRequest ? 1 : 0;
            context.fireChannelRead(message);
        }
    }

    /** As Vert.x has it where HTTP/2 in clear text is not switched off. */
    private static final class Chooser extends ChannelInboundHandlerAdapter {
        @Override
        public void channelRead(ChannelHandlerContext context, Object bytes) {
            if (((ByteBuf) bytes).toString(StandardCharsets.US_ASCII).startsWith("PRI ")) {
                context.pipeline().addLast(new ChannelInboundHandlerAdapter());
            } else {
                context.pipeline()
                        .addLast(
                                new HttpRequestDecoder(),
                                new HttpResponseEncoder(),
                                new ChannelInboundHandlerAdapter());
            }
            context.pipeline().remove(this);
            context.fireChannelRead(bytes);
        }
    }

    private static void send(EmbeddedChannel channel, String text) {
        channel.writeInbound(Unpooled.copiedBuffer(text, StandardCharsets.US_ASCII));
    }

    private static void answer(EmbeddedChannel channel) {
        channel.pipeline()
                .writeAndFlush(new DefaultFullHttpResponse(HttpVersion.HTTP_1_1, HttpResponseStatus.NO_CONTENT));
        channel.releaseOutbound();
    }

    private void pass(EmbeddedChannel channel, int seconds) {
        for (int i = 0; i < seconds; i++) {
            nanos.addAndGet(TimeUnit.SECONDS.toNanos(1));
            channel.advanceTimeBy(1, TimeUnit.SECONDS);
            channel.runScheduledPendingTasks();
        }
    }
}
