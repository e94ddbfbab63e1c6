package org.livelabel.conduct.connection;

import static org.assertj.core.api.Assertions.assertThat;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.embedded.EmbeddedChannel;
import io.netty.handler.codec.http.DefaultFullHttpResponse;
import io.netty.handler.codec.http.HttpContent;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpRequestDecoder;
import io.netty.handler.codec.http.HttpResponseEncoder;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.HttpVersion;
import io.netty.handler.codec.http.LastHttpContent;
import io.netty.util.ReferenceCountUtil;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class WholeBodiesTest {
    private final Places bodies = new Places(2, 2, new Networks(List.of()));
    private final Places memory = new Places(30, 30, new Networks(List.of()));
    private final WholeBodies whole = new WholeBodies(20, Duration.ofSeconds(30), bodies, memory);

    @Test
    void aRequestIsSeenOnlyWhenAllOfItIsThere() {
        EmbeddedChannel channel = connected();
        send(channel, "POST / HTTP/1.1\r\nContent-Length: 10\r\n\r\nabc");

        String before = seen(channel);
        send(channel, "defg");
        String meanwhile = seen(channel);
        send(channel, "hij");

        assertThat(before).isEmpty();
        assertThat(meanwhile).isEmpty();
        assertThat(seen(channel)).isEqualTo("POST / abcdefghij.");
        assertThat(bodies.taken()).isZero();
    }

    @Test
    void aBodyInChunksIsTheSame() {
        EmbeddedChannel channel = connected();
        send(channel, "POST / HTTP/1.1\r\nTransfer-Encoding: chunked\r\n\r\n3\r\nabc\r\n");

        String before = seen(channel);
        send(channel, "4\r\ndefg\r\n0\r\n\r\n");

        assertThat(before).isEmpty();
        assertThat(seen(channel)).isEqualTo("POST / abcdefg.");
    }

    @Test
    void whatHasNoBodyOrCannotBeReadPassesAtOnce() {
        EmbeddedChannel channel = connected();
        send(
                channel,
                "GET /one HTTP/1.1\r\n\r\nPOST /two HTTP/1.1\r\nContent-Length: 0\r\n\r\nGET /three HTTP/1.1\r\nContent-Length: x\r\n\r\n");

        assertThat(seen(channel)).startsWith("GET /one .POST /two .").contains("unreadable");
    }

    @Test
    void aBodyThatDripsIsRefusedAndItsConnectionClosed() {
        EmbeddedChannel channel = connected();
        send(channel, "POST / HTTP/1.1\r\nContent-Length: 20\r\n\r\n");

        for (int i = 0; i < 15; i++) {
            send(channel, "a");
            channel.advanceTimeBy(2, TimeUnit.SECONDS);
            channel.runScheduledPendingTasks();
        }

        assertThat(answered(channel)).startsWith("HTTP/1.1 408 ").contains("connection: close", "within 30 seconds");
        assertThat(channel.isOpen()).isFalse();
        assertThat(seen(channel)).isEmpty();
        assertThat(bodies.taken()).isZero();
        assertThat(memory.taken()).isZero();
    }

    @Test
    void aBodyThatIsTooLargeIsRefusedWithoutBeingHeard() {
        EmbeddedChannel announced = connected();
        EmbeddedChannel unannounced = connected();

        send(announced, "POST / HTTP/1.1\r\nContent-Length: 21\r\n\r\n");
        send(unannounced, "POST / HTTP/1.1\r\nTransfer-Encoding: chunked\r\n\r\n15\r\n012345678901234567890\r\n");

        for (EmbeddedChannel channel : List.of(announced, unannounced)) {
            assertThat(answered(channel)).startsWith("HTTP/1.1 413 ").contains("more than 20 bytes");
            assertThat(seen(channel)).isEmpty();
            channel.advanceTimeBy(3, TimeUnit.SECONDS);
            channel.runScheduledPendingTasks();
            assertThat(channel.isOpen()).isFalse();
        }
    }

    @Test
    void aBodyHoldsItsPlaceUntilItIsThereAndItsMemoryUntilItIsAnswered() {
        EmbeddedChannel one = connected();
        EmbeddedChannel other = connected();
        send(one, "POST / HTTP/1.1\r\nContent-Length: 20\r\n\r\n01234567890123456789");
        send(other, "POST / HTTP/1.1\r\nContent-Length: 20\r\n\r\n0123456789");

        long whileUnanswered = memory.taken();
        one.writeOutbound(new DefaultFullHttpResponse(HttpVersion.HTTP_1_1, HttpResponseStatus.NO_CONTENT));
        long answered = memory.taken();
        other.close();

        assertThat(whileUnanswered).isEqualTo(30);
        assertThat(answered).isEqualTo(10);
        assertThat(memory.taken()).isZero();
        assertThat(bodies.taken()).isZero();
    }

    @Test
    void whereNoPlaceOrNoMemoryIsLeftItIsSaid() {
        EmbeddedChannel one = connected();
        EmbeddedChannel two = connected();
        EmbeddedChannel three = connected();
        send(one, "POST / HTTP/1.1\r\nContent-Length: 20\r\n\r\n0123456789012345678");
        send(two, "POST / HTTP/1.1\r\nContent-Length: 20\r\n\r\n");

        send(three, "POST / HTTP/1.1\r\nContent-Length: 20\r\n\r\n");
        send(two, "0123456789012345678");

        assertThat(answered(three)).startsWith("HTTP/1.1 503 ").contains("retry-after: 1");
        assertThat(answered(two)).startsWith("HTTP/1.1 503 ").contains("retry-after: 1");
        assertThat(memory.taken()).isEqualTo(19);
    }

    @Test
    void whoAsksWhetherToGoOnIsTold() {
        EmbeddedChannel channel = connected();

        send(channel, "POST / HTTP/1.1\r\nContent-Length: 3\r\nExpect: 100-continue\r\n\r\n");
        String told = answered(channel);
        send(channel, "abc");

        assertThat(told).startsWith("HTTP/1.1 100 Continue");
        assertThat(seen(channel)).isEqualTo("POST / abc.");
    }

    @Test
    void aRefusalIsNeverTakenForTheAnswerToAnEarlierRequest() {
        EmbeddedChannel channel = connected();

        send(channel, "GET / HTTP/1.1\r\n\r\nPOST / HTTP/1.1\r\nContent-Length: 21\r\n\r\n");

        assertThat(answered(channel)).isEmpty();
        assertThat(channel.isOpen()).isFalse();
    }

    private EmbeddedChannel connected() {
        EmbeddedChannel channel = new EmbeddedChannel(new HttpRequestDecoder(), new HttpResponseEncoder(), whole.get());
        channel.freezeTime();
        return channel;
    }

    private static void send(EmbeddedChannel channel, String text) {
        channel.writeInbound(Unpooled.copiedBuffer(text, StandardCharsets.US_ASCII));
    }

    /** What has come through: each request, its body, and a point at its end. */
    private static String seen(EmbeddedChannel channel) {
        StringBuilder seen = new StringBuilder();
        for (Object message = channel.readInbound(); message != null; message = channel.readInbound()) {
            if (message instanceof HttpRequest request) {
                seen.append(
                        request.decoderResult().isSuccess()
                                ? request.method() + " " + request.uri() + " "
                                : "unreadable");
            }
            if (message instanceof HttpContent content) {
                seen.append(content.content().toString(StandardCharsets.US_ASCII));
            }
            if (message instanceof LastHttpContent) {
                seen.append('.');
            }
            ReferenceCountUtil.release(message);
        }
        return seen.toString();
    }

    private static String answered(EmbeddedChannel channel) {
        StringBuilder answered = new StringBuilder();
        for (ByteBuf bytes = channel.readOutbound(); bytes != null; bytes = channel.readOutbound()) {
            answered.append(bytes.toString(StandardCharsets.US_ASCII));
            bytes.release();
        }
        return answered.toString();
    }
}
