package org.livelabel.local.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.icegreen.greenmail.util.GreenMailUtil;
import com.icegreen.greenmail.util.ServerSetup;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class MailSinkTest {
    private final int smtp = freePort();
    private final int page = freePort();
    private final MailSink sink = MailSink.start(smtp, page);
    private final HttpClient http = HttpClient.newHttpClient();

    @AfterEach
    void close() {
        sink.close();
    }

    @Test
    void aMailThatIsSentIsInTheInboxAndIsDataForTests() throws Exception {
        send("anna@people.example", "Reset your password", "Open https://livelabel.example/reset?key=a&b=c now");

        assertThat(get("/").body()).contains("Reset your password", "anna@people.example", "href=\"/mails/1\"");
        assertThat(get("/mails/1").body())
                .contains("href=\"https://livelabel.example/reset?key=a&amp;b=c\"")
                .contains("noreply@livelabel.example");
        var json = new ObjectMapper().readTree(get("/api/mails").body());
        assertThat(json.at("/0/to/0").asText()).isEqualTo("anna@people.example");
        assertThat(json.at("/0/text").asText()).contains("reset?key=a&b=c");
        assertThat(new ObjectMapper().readTree(get("/api/mails/1").body())).isEqualTo(json.get(0));
    }

    @Test
    void theNewestMailComesFirst() {
        send("anna@people.example", "one", "1");
        send("anna@people.example", "two", "2");

        assertThat(sink.mails()).extracting(Mail::subject).containsExactly("two", "one");
    }

    @Test
    void aMailsTextIsNeverMarkup() throws Exception {
        send("anna@people.example", "<script>alert(1)</script>", "<img src=x onerror=alert(2)> javascript:alert(3)");

        HttpResponse<String> mail = get("/mails/1");

        assertThat(mail.body()).doesNotContain("<script>alert", "<img", "href=\"javascript");
        assertThat(get("/").body()).doesNotContain("<script>alert");
        assertThat(mail.headers().firstValue("Content-Security-Policy").orElseThrow())
                .startsWith("default-src 'none'; style-src 'sha256-");
    }

    @Test
    void whatIsNotThereIsSaidPolitely() throws Exception {
        assertThat(get("/mails/7").statusCode()).isEqualTo(404);
        assertThat(get("/mails/99999999999").statusCode()).isEqualTo(404);
        assertThat(get("/api/mails/7").statusCode()).isEqualTo(404);
        assertThat(get("/").body()).contains("No mail yet");
    }

    @Test
    void aSiteThatHasItsOwnNamePointHereIsTurnedAway() throws Exception {
        send("anna@people.example", "secret link", "https://livelabel.example/reset");

        String answer = raw("GET /api/mails HTTP/1.1\r\nHost: evil.example:" + page + "\r\nConnection: close\r\n\r\n");

        assertThat(answer).startsWith("HTTP/1.1 403").doesNotContain("secret link");
    }

    @Test
    void itCanOnlyBeRead() throws Exception {
        HttpRequest request = HttpRequest.newBuilder(uri("/api/mails")).DELETE().build();

        assertThat(http.send(request, HttpResponse.BodyHandlers.discarding()).statusCode())
                .isEqualTo(405);
    }

    private void send(String to, String subject, String text) {
        int before = sink.mails().size();
        GreenMailUtil.sendTextEmail(
                to, "noreply@livelabel.example", subject, text, new ServerSetup(smtp, "127.0.0.1", "smtp"));
        await("the mail is in the inbox").until(() -> sink.mails().size() > before);
    }

    private HttpResponse<String> get(String path) throws Exception {
        return http.send(HttpRequest.newBuilder(uri(path)).build(), HttpResponse.BodyHandlers.ofString());
    }

    private String raw(String request) throws IOException {
        try (Socket socket = new Socket("127.0.0.1", page)) {
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private URI uri(String path) {
        return URI.create("http://localhost:" + page + path);
    }

    private static int freePort() {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
