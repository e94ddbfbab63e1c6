package org.livelabel.gates;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import io.restassured.specification.RequestSpecification;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Each way in which an answer may differ from its document is found: one bad example for each. */
class DocumentedAnswersTest {
    private static final String DOCUMENT = """
            openapi: 3.1.0
            info: {title: Lamps, version: "1"}
            paths:
              /lamps/{id}:
                get:
                  responses:
                    "200":
                      description: A lamp
                      content:
                        application/json:
                          schema: {$ref: "#/components/schemas/Lamp"}
                    "404": {$ref: "#/components/responses/Problem404"}
                put:
                  requestBody:
                    content:
                      application/json:
                        schema: {$ref: "#/components/schemas/Lamp"}
                  responses:
                    "204": {description: Written}
            components:
              schemas:
                Lamp:
                  type: object
                  required: [name]
                  properties:
                    name: {type: string}
                    since: {type: string, format: date}
                Problem:
                  type: object
                  required: [type, title, status]
                  properties:
                    type: {type: string}
                    title: {type: string}
                    status: {type: integer}
              responses:
                Problem404:
                  description: No such lamp
                  content:
                    application/problem+json:
                      schema: {$ref: "#/components/schemas/Problem"}
            """;

    private HttpServer service;
    private DocumentedAnswers gate;

    @BeforeEach
    void aDocumentAndAService(@TempDir Path folder) throws IOException {
        gate = new DocumentedAnswers(
                ApiDocument.read(Files.writeString(folder.resolve("lamps.yaml"), DOCUMENT)), List.of("/q/"));
        service = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        service.start();
    }

    @AfterEach
    void stop() {
        service.stop(0);
    }

    @Test
    void whatIsDocumentedPasses() {
        answers(200, "application/json;charset=UTF-8", "{\"name\": \"Lux\", \"since\": \"2026-01-31\"}");

        assertThatCode(() -> asked().get("/lamps/1")).doesNotThrowAnyException();
    }

    @Test
    void aMemberThatNobodyDescribedIsFound() {
        answers(200, "application/json", "{\"name\": \"Lux\", \"watts\": 7}");

        assertThatThrownBy(() -> asked().get("/lamps/1"))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("watts");
    }

    @Test
    void aMemberThatIsPromisedAndMissingIsFound() {
        answers(200, "application/json", "{\"since\": \"2026-01-31\"}");

        assertThatThrownBy(() -> asked().get("/lamps/1"))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("name");
    }

    @Test
    void aValueOfTheWrongFormatIsFound() {
        answers(200, "application/json", "{\"name\": \"Lux\", \"since\": \"last year\"}");

        assertThatThrownBy(() -> asked().get("/lamps/1"))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("/since");
    }

    @Test
    void aBodyThatIsPromisedAndNotThereIsFound() {
        answers(200, "application/json", "");

        assertThatThrownBy(() -> asked().get("/lamps/1"))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("/lamps/{id} promises a body where GET answers 200, and there was none");
        assertThatCode(() -> asked().head("/lamps/1")).doesNotThrowAnyException();
    }

    @Test
    void whereNoBodyIsPromisedNoneIsMissed() {
        answers(204, "application/json", "");

        assertThatCode(() -> asked().put("/lamps/1")).doesNotThrowAnyException();
    }

    @Test
    void aStatusThatIsNotListedIsFound() {
        answers(409, "application/problem+json", "{\"type\": \"t\", \"title\": \"t\", \"status\": 409}");

        assertThatThrownBy(() -> asked().get("/lamps/1"))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("does not say that GET may answer 409");
    }

    @Test
    void anotherMediaTypeIsFound() {
        answers(200, "text/plain", "Lux");

        assertThatThrownBy(() -> asked().get("/lamps/1"))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("with text/plain");
    }

    @Test
    void aPathThatIsNotListedIsFoundUnlessItIsNoPartOfTheApi() {
        answers(200, "application/json", "{}");

        assertThatThrownBy(() -> asked().get("/shades"))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("no operation GET /shades");
        assertThatCode(() -> asked().get("/q/health")).doesNotThrowAnyException();
    }

    @Test
    void aMethodThatIsNotListedIsFound() {
        answers(204, "application/json", "");

        assertThatThrownBy(() -> asked().delete("/lamps/1"))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("no operation DELETE");
    }

    @Test
    void anErrorThatIsNoProblemDocumentIsFound() {
        answers(404, "application/problem+json", "{\"message\": \"gone\"}");

        assertThatThrownBy(() -> asked().get("/lamps/1"))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("message");
    }

    @Test
    void aBodyThatIsTakenAndNotDescribedIsFound() {
        answers(204, "application/json", "");

        assertThatThrownBy(() -> asked().contentType("application/json")
                        .body("{\"name\": \"Lux\", \"watts\": 7}")
                        .put("/lamps/1"))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("the request was taken, but")
                .hasMessageContaining("watts");
    }

    @Test
    void theDocumentSaysWhichOperationsThereAre(@TempDir Path folder) throws IOException {
        ApiDocument document = ApiDocument.read(Files.writeString(folder.resolve("lamps.yaml"), DOCUMENT));

        assertThat(document.operations())
                .extracting(ApiDocument.Operation::method)
                .containsExactlyInAnyOrder("get", "put");
        assertThat(document.operation("HEAD", "/lamps/1")).isPresent();
        assertThat(document.operation("GET", "/lamps/1/2")).isEmpty();
    }

    private RequestSpecification asked() {
        return given().filter(gate)
                .baseUri("http://localhost")
                .port(service.getAddress().getPort());
    }

    private void answers(int status, String mediaType, String body) {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        service.createContext("/", exchange -> {
            exchange.getRequestBody().readAllBytes();
            exchange.getResponseHeaders().set("Content-Type", mediaType);
            exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
            exchange.getResponseBody().write(bytes);
            exchange.close();
        });
    }
}
