package org.livelabel.conduct;

import static org.assertj.core.api.Assertions.assertThat;

import io.netty.channel.embedded.EmbeddedChannel;
import io.netty.handler.codec.http.DefaultFullHttpRequest;
import io.netty.handler.codec.http.DefaultFullHttpResponse;
import io.netty.handler.codec.http.FullHttpRequest;
import io.netty.handler.codec.http.HttpMethod;
import io.netty.handler.codec.http.HttpResponse;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.HttpVersion;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PackedAnswersTest {
    private final EmbeddedChannel channel = new EmbeddedChannel(new PackedAnswers());

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "gzip                 | true",
                "GZIP, deflate, br    | true",
                "br;q=1, gzip;q=0     | false",
                "gzip;q=0, *          | false",
                "*                    | true",
                "*;q=0                | false",
                "deflate              | false",
                "identity             | false",
                "''                   | false",
                "gzip;q=abc           | false",
                ";                    | false",
                "gzip,;               | true",
                "notgzip              | false"
            })
    void onlyWhoTakesGzipGetsIt(String accepted, boolean taken) {
        FullHttpRequest request = asked(accepted);

        assertThat(request.headers().get("Accept-Encoding")).isEqualTo(taken ? "gzip" : null);
    }

    @Test
    void aPackedAnswerHasAWeakTagAndSaysWhatItVariesBy() {
        asked("gzip");

        HttpResponse answer = answered("\"abc\"", "public, max-age=60", "gzip");

        assertThat(answer.headers().get("ETag")).isEqualTo("W/\"abc\"");
        assertThat(answer.headers().get("Vary")).isEqualTo("Accept-Encoding");
    }

    @Test
    void anAnswerThatCouldHaveBeenPackedSaysSoToo() {
        asked("identity");

        HttpResponse answer = answered("\"abc\"", "public, max-age=60", "identity");

        assertThat(answer.headers().get("ETag")).isEqualTo("\"abc\"");
        assertThat(answer.headers().get("Vary")).isEqualTo("Accept-Encoding");
        assertThat(answer.headers().contains("Content-Encoding")).isFalse();
    }

    @Test
    void theTagOfADraftStaysStrong() {
        asked("gzip");

        assertThat(answered("\"draft-3\"", "no-store", "gzip").headers().get("ETag"))
                .isEqualTo("\"draft-3\"");
    }

    @Test
    void notModifiedCarriesTheTagThatTheAnswerWouldHave() {
        asked("gzip");
        DefaultFullHttpResponse response =
                new DefaultFullHttpResponse(HttpVersion.HTTP_1_1, HttpResponseStatus.NOT_MODIFIED);
        response.headers().set("ETag", "\"abc\"");

        channel.writeOutbound(response);

        assertThat(response.headers().get("ETag")).isEqualTo("W/\"abc\"");
        assertThat(response.headers().get("Vary")).isEqualTo("Accept-Encoding");
    }

    @Test
    void theTagOfAPictureThatWasNotModifiedStaysStrong() {
        asked("gzip");
        DefaultFullHttpResponse response =
                new DefaultFullHttpResponse(HttpVersion.HTTP_1_1, HttpResponseStatus.NOT_MODIFIED);
        response.headers().set("ETag", "\"abc\"").set("Content-Type", "image/png");

        channel.writeOutbound(response);

        assertThat(response.headers().get("ETag")).isEqualTo("\"abc\"");
        assertThat(response.headers().contains("Vary")).isFalse();
    }

    @Test
    void eachOfTwoRequestsInARowGetsItsOwn() {
        asked("gzip");
        asked("identity");
        DefaultFullHttpResponse first =
                new DefaultFullHttpResponse(HttpVersion.HTTP_1_1, HttpResponseStatus.NOT_MODIFIED);
        first.headers().set("ETag", "\"abc\"");
        DefaultFullHttpResponse second =
                new DefaultFullHttpResponse(HttpVersion.HTTP_1_1, HttpResponseStatus.NOT_MODIFIED);
        second.headers().set("ETag", "\"abc\"");

        channel.writeOutbound(first, second);

        assertThat(first.headers().get("ETag")).isEqualTo("W/\"abc\"");
        assertThat(second.headers().get("ETag")).isEqualTo("\"abc\"");
    }

    private FullHttpRequest asked(String accepted) {
        FullHttpRequest request = new DefaultFullHttpRequest(HttpVersion.HTTP_1_1, HttpMethod.GET, "/");
        request.headers().set("Accept-Encoding", accepted);
        channel.writeInbound(request);
        return request;
    }

    private HttpResponse answered(String tag, String cacheControl, String encoding) {
        DefaultFullHttpResponse response = new DefaultFullHttpResponse(HttpVersion.HTTP_1_1, HttpResponseStatus.OK);
        response.headers()
                .set("Content-Type", "application/json")
                .set("ETag", tag)
                .set("Cache-Control", cacheControl)
                .set("Content-Encoding", encoding);
        channel.writeOutbound(response);
        return response;
    }
}
