package org.livelabel.conduct.connection;

import static org.assertj.core.api.Assertions.assertThat;

import io.netty.bootstrap.ServerBootstrap;
import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.ChannelOption;
import io.netty.channel.nio.NioEventLoopGroup;
import io.netty.channel.socket.nio.NioServerSocketChannel;
import io.netty.handler.codec.http.DefaultHttpContent;
import io.netty.handler.codec.http.DefaultHttpResponse;
import io.netty.handler.codec.http.HttpContent;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpRequestDecoder;
import io.netty.handler.codec.http.HttpResponseEncoder;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.HttpVersion;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.livelabel.conduct.connection.Connections.Closed;

/** With sockets, because what a client has not taken yet is known to them alone. The guard's clock goes when the test says so. */
class UnreadAnswerTest {
    private static final Duration UNREAD = Duration.ofMillis(100);
    /** More than the sockets hold between them. */
    private static final int SOME = 1_000_000;

    private final AtomicLong nanos = new AtomicLong();
    private final Semaphore looks = new Semaphore(0);
    private final Connections connections = new Connections(
            new Limits(Duration.ZERO, Duration.ZERO, Duration.ZERO, UNREAD, 0, 0, new Networks(List.of())),
            this::look,
            List.of());
    private final NioEventLoopGroup loop = new NioEventLoopGroup(1);
    private final CompletableFuture<Channel> accepted = new CompletableFuture<>();

    @AfterEach
    void stop() {
        loop.shutdownGracefully(0, 0, TimeUnit.SECONDS);
    }

    @Test
    void aDownloadLastsAsLongAsSomebodyReads() throws Exception {
        try (Socket client = asking()) {
            for (int i = 0; i < 5; i++) {
                client.getInputStream().readNBytes(SOME);
                passTime();
            }

            assertThat(accepted.join().isOpen()).isTrue();
            assertThat(connections.closed(Closed.NOT_READING)).isZero();
        }
    }

    @Test
    void whoTakesNothingMoreIsClosed() throws Exception {
        try (Socket client = asking()) {
            client.getInputStream().readNBytes(SOME);

            boolean closed = passTimeUntilClosed(() -> {});

            assertThat(closed).isTrue();
            assertThat(connections.closed(Closed.NOT_READING)).isEqualTo(1);
        }
    }

    @Test
    void thatMoreIsWrittenDoesNotMeanThatAnybodyTakesIt() throws Exception {
        try (Socket client = asking()) {
            client.getInputStream().readNBytes(SOME);
            Channel channel = accepted.join();

            boolean closed = passTimeUntilClosed(() -> channel.writeAndFlush(someMore()));

            assertThat(closed).isTrue();
            assertThat(connections.closed(Closed.NOT_READING)).isEqualTo(1);
        }
    }

    private long look() {
        looks.release();
        return nanos.get();
    }

    private void passTime() throws InterruptedException {
        nanos.addAndGet(UNREAD.toNanos() * 3 / 4);
        lookedTwice();
    }

    /** Bit by bit, because the sockets may still take something after the client has stopped. */
    private boolean passTimeUntilClosed(Runnable meanwhile) throws InterruptedException {
        ChannelFuture end = accepted.join().closeFuture();
        for (int i = 0; i < 200 && !end.isDone(); i++) {
            nanos.addAndGet(UNREAD.toNanos());
            meanwhile.run();
            end.await(100, TimeUnit.MILLISECONDS);
        }
        return end.isDone();
    }

    /** The first may have begun before. */
    private void lookedTwice() throws InterruptedException {
        looks.drainPermits();
        assertThat(looks.tryAcquire(2, 1, TimeUnit.MINUTES)).isTrue();
    }

    /** A client with an answer before it that has no end. */
    private Socket asking() throws IOException {
        Channel server = new ServerBootstrap()
                .group(loop)
                .channel(NioServerSocketChannel.class)
                .childOption(ChannelOption.SO_SNDBUF, 8192)
                .childHandler(new ChannelInitializer<>() {
                    @Override
                    protected void initChannel(Channel channel) {
                        connections.watch(channel, List.of());
                        channel.pipeline().addLast(new HttpRequestDecoder(), new HttpResponseEncoder(), new Endless());
                        accepted.complete(channel);
                    }
                })
                .bind(InetAddress.getLoopbackAddress(), 0)
                .syncUninterruptibly()
                .channel();
        Socket client = new Socket();
        client.setReceiveBufferSize(8192);
        client.connect(server.localAddress());
        client.getOutputStream().write("GET / HTTP/1.1\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
        return client;
    }

    private static HttpContent someMore() {
        return new DefaultHttpContent(Unpooled.wrappedBuffer(new byte[16_384]));
    }

    /** Writes whenever there is room, as whoever sends a file does. */
    private static final class Endless extends ChannelInboundHandlerAdapter {
        private boolean asked;

        @Override
        public void channelRead(ChannelHandlerContext context, Object message) {
            if (message instanceof HttpRequest) {
                asked = true;
                context.write(new DefaultHttpResponse(HttpVersion.HTTP_1_1, HttpResponseStatus.OK));
                fill(context);
            }
        }

        @Override
        public void channelWritabilityChanged(ChannelHandlerContext context) {
            if (asked) {
                // not from within the flush that made the room
                context.executor().execute(() -> fill(context));
            }
        }

        private static void fill(ChannelHandlerContext context) {
            while (context.channel().isActive() && context.channel().isWritable()) {
                context.writeAndFlush(someMore());
            }
        }
    }
}
