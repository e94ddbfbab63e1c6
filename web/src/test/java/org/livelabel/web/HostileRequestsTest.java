package org.livelabel.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Nothing that somebody sends is our failure. Written byte for byte: no browser would send it. */
@QuarkusTest
@WithTestResource(WebStack.class)
class HostileRequestsTest {
    private static final SampleProduct PRODUCT = SampleProduct.named("View 2");
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
            "%7Bx%7D",
            "|",
            "%20",
            "*",
            "%F0%9F%98%80",
            "%ED%A0%80",
            "%c0%80",
            "%E2%80%AE",
            "9999999999999999999",
            "-4714-01-01",
            "-999999999-01-01",
            "%2B999999999-12-31",
            "1e308",
            "null",
            "00000000-0000-0000-0000-000000000000",
            "a".repeat(3000));

    FakeRegistry registry;

    @ConfigProperty(name = "livelabel.public-url")
    URI home;

    @BeforeEach
    void start() {
        registry.reset();
        registry.lists(PRODUCT);
        registry.knows(Map.of("id", SampleProduct.HALDEN, "name", "Halden Home", "kind", "manufacturer"));
    }

    @ParameterizedTest
    @MethodSource("paths")
    void anOddAddressIsNotOurFailure(String path) throws IOException {
        assertThat(status("GET " + path + " HTTP/1.1\r\n")).as(path).isBetween(200, 499);
    }

    static Stream<String> paths() {
        return ODD.stream()
                .flatMap(odd -> Stream.of(
                        "/" + odd,
                        "/?" + odd,
                        "/search?q=" + odd,
                        "/search?q=view&category=" + odd,
                        "/search?cursor=" + odd.replace("|", "foreign"),
                        "/manufacturers?q=" + odd,
                        "/manufacturers/" + odd,
                        "/manufacturers/" + SampleProduct.HALDEN + odd,
                        "/manufacturers/" + SampleProduct.HALDEN + "/" + odd,
                        "/products/" + odd,
                        "/products/" + PRODUCT.id() + odd,
                        "/products/" + PRODUCT.id() + "?on=" + odd,
                        "/my-organisation?organisation=" + odd,
                        "/account/" + odd,
                        "/account/confirm?then=" + odd,
                        "/oidc/callback?state=" + odd,
                        "/oidc/callback?code=" + odd + "&state=x"));
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
                "Accept: \"",
                "Accept: application/json",
                "Accept: */*;q=0",
                "Accept-Encoding: \u00ff",
                "Accept-Language: ;",
                "If-None-Match: \"",
                "If-None-Match: \u00ff",
                "If-Modified-Since: yesterday",
                "Range: bytes=x",
                "Content-Type: /",
                "Cookie: =",
                "Cookie: q_session=|",
                "Cookie: q_session=x|y|z",
                "Cookie: \u00ff",
                "Authorization: Bearer x",
                "Authorization: x"
            })
    void anOddHeaderIsNotOurFailure(String header) throws IOException {
        for (String path : List.of(
                "/", "/search", "/products/" + PRODUCT.id(), "/manufacturers", "/x", "/site.css", "/my-organisation")) {
            assertThat(status("GET " + path + " HTTP/1.1\r\n" + header + "\r\n"))
                    .as(path + " " + header)
                    .isBetween(200, 499);
        }
    }

    private int status(String head) throws IOException {
        try (Socket socket = new Socket(home.getHost(), home.getPort())) {
            socket.setSoTimeout(10_000);
            socket.getOutputStream()
                    .write((head + "Host: localhost:" + home.getPort() + "\r\nConnection: close\r\n\r\n")
                            .getBytes(StandardCharsets.ISO_8859_1));
            String answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.ISO_8859_1);
            return Integer.parseInt(answer.split(" ", 3)[1]);
        }
    }
}
