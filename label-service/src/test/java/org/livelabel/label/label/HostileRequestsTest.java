package org.livelabel.label.label;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.livelabel.label.LabelService.REGISTRY;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.livelabel.label.LabelService;
import org.livelabel.label.follower.FeedStatus;

/** Nothing that somebody sends is our failure. Written byte for byte: no client would send it. */
@QuarkusTest
@QuarkusTestResource(LabelService.class)
class HostileRequestsTest {
    private static final List<String> ODD = List.of(
            ";a",
            "%00",
            "%0d%0aX:1",
            "%ff",
            "%",
            "%zz",
            "%2F",
            "%5C",
            "..%2f..",
            "{x}",
            "|",
            "%20",
            "*",
            ":",
            "%F0%9F%98%80",
            "%ED%A0%80",
            "%c0%80",
            "%E2%80%AE",
            "9999999999999999999",
            "-1",
            "1e308",
            "null",
            "a".repeat(3000));

    @Inject
    FeedStatus feed;

    @TestHTTPResource
    URI home;

    @BeforeEach
    void publish() {
        if (given().get("/l/H0ST11E01").statusCode() != 200) {
            REGISTRY.product("H0ST11E01", "Hostile", "light");
            Pages.follow(feed);
        }
    }

    @ParameterizedTest
    @MethodSource("paths")
    void anOddAddressIsNotOurFailure(String path) throws IOException {
        assertThat(status("GET " + path + " HTTP/1.1\r\nHost: localhost\r\n"))
                .as(path)
                .isBetween(200, 499);
    }

    static Stream<String> paths() {
        return ODD.stream()
                .flatMap(odd -> Stream.of(
                        "/l/" + odd,
                        "/l/" + odd + ".json",
                        "/l/" + odd + "/qr.png",
                        "/l/" + odd + "/qr.svg",
                        "/l/" + odd + "/" + odd,
                        "/l/H0ST11E01" + odd,
                        "/l/H0ST11E01/" + odd,
                        "/l/H0ST11E01/qr.png?size=" + odd,
                        "/l/H0ST11E01/qr.svg?gtin=" + odd,
                        "/l/H0ST11E01?on=" + odd,
                        "/01/" + odd,
                        "/01/09520000700010/21/" + odd,
                        "/" + odd,
                        "/?q=" + odd,
                        "/?" + odd));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Accept: a",
                "Accept: /",
                "Accept: ,",
                "Accept: \u00ff\u00fe",
                "Accept: text/html;q=x",
                "Accept: text/html;q=",
                "Accept: text/html;q=99",
                "Accept: \"",
                "Accept: */*;q=0",
                "Accept-Encoding: \u00ff",
                "Accept-Encoding: gzip;q=",
                "Accept-Language: \u00ff",
                "Accept-Language: ;",
                "If-None-Match: \"",
                "If-None-Match: W/",
                "If-None-Match: ,",
                "If-None-Match: \u00ff",
                "If-Match: x",
                "If-Modified-Since: yesterday",
                "Range: bytes=x",
                "Content-Type: /",
                "Cookie: ="
            })
    void anOddHeaderIsNotOurFailure(String header) throws IOException {
        for (String path : List.of(
                "/l/H0ST11E01", "/l/H0ST11E01.json", "/l/H0ST11E01/qr.png", "/l/ZZZZZZZZZ", "/01/1", "/x", "/")) {
            assertThat(status("GET " + path + " HTTP/1.1\r\nHost: localhost\r\n" + header + "\r\n"))
                    .as(path + " " + header)
                    .isBetween(200, 499);
        }
    }

    private int status(String head) throws IOException {
        try (Socket socket = new Socket(home.getHost(), home.getPort())) {
            socket.setSoTimeout(10_000);
            socket.getOutputStream().write((head + "Connection: close\r\n\r\n").getBytes(StandardCharsets.ISO_8859_1));
            String answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.ISO_8859_1);
            return Integer.parseInt(answer.split(" ", 3)[1]);
        }
    }
}
