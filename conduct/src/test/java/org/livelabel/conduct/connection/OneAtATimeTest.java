package org.livelabel.conduct.connection;

import static org.assertj.core.api.Assertions.assertThat;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.embedded.EmbeddedChannel;
import io.netty.handler.codec.http.DefaultFullHttpResponse;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpRequestDecoder;
import io.netty.handler.codec.http.HttpResponseEncoder;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.HttpVersion;
import io.netty.handler.codec.http.LastHttpContent;
import io.netty.util.ReferenceCountUtil;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OneAtATimeTest {
    private final EmbeddedChannel channel =
            new EmbeddedChannel(new HttpRequestDecoder(), new HttpResponseEncoder(), new OneAtATime());

    @Test
    void theNextRequestIsSeenWhenTheAnswerHasLeftNotWhenItIsWritten() {
        send("GET /one HTTP/1.1\r\n\r\nGET /two HTTP/1.1\r\n\r\nGET /three HTTP/1.1\r\n\r\n");

        String first = seen();
        channel.write(answer(HttpResponseStatus.OK));
        channel.runPendingTasks();
        String written = seen();
        boolean readMeanwhile = channel.config().isAutoRead();
        flush();
        String second = seen();
        channel.write(answer(HttpResponseStatus.OK));
        flush();

        assertThat(first).isEqualTo("/one.");
        assertThat(written).isEmpty();
        assertThat(readMeanwhile).isFalse();
        assertThat(second).isEqualTo("/two.");
        assertThat(seen()).isEqualTo("/three.");
        assertThat(channel.config().isAutoRead()).isTrue();
    }

    @Test
    void whatArrivesWhileOthersWaitKeepsItsPlace() {
        send("GET /one HTTP/1.1\r\n\r\nGET /two HTTP/1.1\r\n\r\n");
        seen();

        channel.config().setAutoRead(true);
        send("POST /three HTTP/1.1\r\nContent-Length: 3\r\n\r\nabc");
        boolean readMeanwhile = channel.config().isAutoRead();
        channel.write(answer(HttpResponseStatus.OK));
        flush();
        String second = seen();
        channel.write(answer(HttpResponseStatus.OK));
        flush();

        assertThat(readMeanwhile).isFalse();
        assertThat(second).isEqualTo("/two.");
        assertThat(seen()).isEqualTo("/three.");
    }

    @Test
    void aBodyIsSeenWhileItArrivesAndToBeToldToGoOnIsNoAnswer() {
        send("POST /one HTTP/1.1\r\nContent-Length: 6\r\nExpect: 100-continue\r\n\r\n");
        channel.write(answer(HttpResponseStatus.CONTINUE));
        flush();

        send("abcdefGET /two HTTP/1.1\r\n\r\n");
        String first = seen();
        channel.write(answer(HttpResponseStatus.OK));
        flush();

        assertThat(first).isEqualTo("/one.");
        assertThat(seen()).isEqualTo("/two.");
    }

    @Test
    void whoIsAnsweredBeforeItsBodyHasComeMaySendItAndAskAgain() {
        send("POST /one HTTP/1.1\r\nContent-Length: 6\r\n\r\nabc");
        channel.write(answer(HttpResponseStatus.UNAUTHORIZED));
        flush();

        send("defGET /two HTTP/1.1\r\n\r\n");

        assertThat(seen()).isEqualTo("/one./two.");
    }

    @Test
    void whoeverWasAtWorkWhenTheBodyTurnedOutUnreadableIsNotHeardBesideUs() {
        send("POST /one HTTP/1.1\r\nTransfer-Encoding: chunked\r\n\r\nno-size\r\n");
        String refused = ((ByteBuf) channel.readOutbound()).toString(StandardCharsets.US_ASCII);

        channel.write(answer(HttpResponseStatus.UNAUTHORIZED));
        flush();

        assertThat(refused).startsWith("HTTP/1.1 400 ");
        assertThat(channel.<Object>readOutbound()).isNull();
    }

    @Test
    void whatWaitsIsLetGoWhenTheClientGoes() {
        send("GET /one HTTP/1.1\r\n\r\nPOST /two HTTP/1.1\r\nContent-Length: 3\r\n\r\nabc");

        channel.close();
        channel.runPendingTasks();

        assertThat(seen()).isEqualTo("/one.");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "HTTP/1.1\r\nTransfer-Encoding: xchunked",
                "HTTP/1.1\r\nTransfer-Encoding: xchunked\r\nContent-Length: 4",
                "HTTP/1.1\r\nTransfer-Encoding: identity\r\nContent-Length: 4",
                "HTTP/1.1\r\nTransfer-Encoding: chunked, identity",
                "HTTP/1.1\r\nTransfer-Encoding: chunked\r\nTransfer-Encoding: identity",
                "HTTP/1.1\r\nTransfer-Encoding: gzip, chunked",
                "HTTP/1.0\r\nTransfer-Encoding: chunked"
            })
    void whoseEndNobodyKnowsIsUnreadableAndNothingBehindItIsARequest(String framing) {
        send("POST / " + framing + "\r\n\r\n0\r\n\r\nGET /smuggled HTTP/1.1\r\n\r\n");
        HttpRequest request = channel.readInbound();
        channel.write(answer(HttpResponseStatus.BAD_REQUEST));
        flush();

        send("GET /smuggled HTTP/1.1\r\n\r\n");

        assertThat(request.decoderResult().isFailure()).isTrue();
        assertThat(seen()).isEmpty();
        assertThat(channel.config().isAutoRead()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "HTTP/1.1\r\nTransfer-Encoding: chunked\r\nContent-Length: 4",
                "HTTP/1.1\r\nTransfer-Encoding: chunked",
                "HTTP/1.1\r\nTransfer-Encoding: Chunked\r\nConnection: keep-alive",
                "HTTP/1.1\r\nContent-Length: 5\r\nConnection: close, TE"
            })
    void theLastRequestOfAConnectionIsWholeAndNothingBehindItIsARequest(String framing) {
        send("POST / " + framing + "\r\n\r\n0\r\n\r\nGET /smuggled HTTP/1.1\r\n\r\n");
        HttpRequest request = channel.readInbound();
        channel.write(answer(HttpResponseStatus.OK));
        flush();

        send("GET /smuggled HTTP/1.1\r\n\r\n");

        assertThat(request.decoderResult().isSuccess()).isTrue();
        assertThat(request.headers().getAll(HttpHeaderNames.CONNECTION)).containsExactly("close");
        assertThat(seen()).isEqualTo(".");
    }

    @ParameterizedTest
    @ValueSource(strings = {"nonsense\r\n", "3\r\nabcdef\r\n0\r\n\r\nGET /smuggled HTTP/1.1\r\n\r\n"})
    void aBodyThatCannotBeReadIsAnsweredAndEnds(String chunks) {
        send("POST / HTTP/1.1\r\nTransfer-Encoding: chunked\r\n\r\n");
        send(chunks);
        String answer = channel.<ByteBuf>readOutbound().toString(StandardCharsets.US_ASCII);
        boolean open = channel.isOpen();

        channel.advanceTimeBy(3, TimeUnit.SECONDS);
        channel.runScheduledPendingTasks();

        assertThat(answer).startsWith("HTTP/1.1 400 ").contains("connection: close");
        assertThat(seen()).isEqualTo("/");
        assertThat(open).isTrue();
        assertThat(channel.isOpen()).isFalse();
    }

    private void send(String text) {
        channel.writeInbound(Unpooled.copiedBuffer(text, StandardCharsets.US_ASCII));
    }

    private void flush() {
        channel.flush();
        channel.runPendingTasks();
        channel.releaseOutbound();
    }

    private static DefaultFullHttpResponse answer(HttpResponseStatus status) {
        return new DefaultFullHttpResponse(HttpVersion.HTTP_1_1, status);
    }

    /** What came since the last time: the address of each request, and a full stop at its end. */
    private String seen() {
        StringBuilder all = new StringBuilder();
        for (Object message = channel.readInbound(); message != null; message = channel.readInbound()) {
            if (message instanceof HttpRequest request) {
                all.append(request.uri());
            }
            if (message instanceof LastHttpContent) {
                all.append('.');
            }
            ReferenceCountUtil.release(message);
        }
        return all.toString();
    }
}
