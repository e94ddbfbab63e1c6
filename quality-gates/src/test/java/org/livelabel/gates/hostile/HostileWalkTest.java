package org.livelabel.gates.hostile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Each way in which a service, or the walk itself, may fail is found: one bad example for each. */
class HostileWalkTest {
    private static final String LAMPS_AND_SHADES = """
            {"paths": {"/lamps": {"summary": "Light", "get": {}}, "/shades": {"get": {}}}}""";
    private static final String PROBLEM = """
            {"type": "https://livelabel.org/problems/x", "title": "No", "detail": "No.", "status": %d}""";

    private HttpServer service;

    @BeforeEach
    void start() throws IOException {
        service = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        service.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        service.start();
    }

    @AfterEach
    void stop() {
        service.stop(0);
    }

    @Test
    void everyOperationOfTheDocumentIsWalked() {
        answers("/lamps", 200, "application/json", "{}");
        answers("/shades", 404, "application/problem+json", PROBLEM.formatted(404));

        HostileReport report = walk(LAMPS_AND_SHADES, anonymous());

        assertThat(report.offences()).isEmpty();
        assertThat(report.entered()).containsExactlyInAnyOrder("GET /lamps", "GET /shades");
        assertThat(report.answers("anonymous", 2)).isGreaterThan(30);
    }

    @Test
    void anOperationToWhichNobodyIsLetInIsAnOffence() {
        answers("/lamps", 200, "application/json", "{}");
        answers("/shades", 403, "application/problem+json", PROBLEM.formatted(403));

        HostileReport report = walk(LAMPS_AND_SHADES, anonymous());

        assertThat(report.offences()).containsExactly("nobody was let in to GET /shades");
    }

    @Test
    void anIdInABodyIsOneThatTheCallerKnows() {
        Set<String> bodies = ConcurrentHashMap.newKeySet();
        service.createContext("/lamps", exchange -> {
            bodies.add(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
            exchange.sendResponseHeaders(204, -1);
            exchange.close();
        });
        Caller owner = Caller.of(
                "owner",
                Map.of(),
                (path, parameter) -> parameter.equals("/room") ? Optional.of("the-kitchen") : Optional.empty());

        walk("""
                {"paths": {"/lamps": {"post": {"requestBody": {"content": {"application/json": {"schema": {
                  "type": "object", "required": ["room"], "properties": {
                    "room": {"type": "string", "format": "uuid"}, "name": {"type": "string"}}}}}}}}}}""", owner);

        assertThat(bodies)
                .contains("{\"room\":\"the-kitchen\"}", "{\"room\":\"the-kitchen\",\"name\":null}", "{\"room\":null}");
    }

    @Test
    void whatGoesWrongWhileWalkingGoesWrongForTheTest() {
        answers("/lamps", 200, "application/json", "{}");
        Caller broken = Caller.anonymous((path, parameter) -> {
            throw new IllegalStateException("no lamp was made before");
        });

        assertThatThrownBy(() -> walk("""
                        {"paths": {"/lamps": {"get": {"parameters": [{"name": "colour", "in": "query"}]}}}}""", broken))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("no lamp was made before");
    }

    @Test
    void aFailureOfTheServiceIsAnOffence() {
        answers("/lamps", 500, "application/problem+json", PROBLEM.formatted(500));

        HostileReport report = walk("""
                {"paths": {"/lamps": {"get": {}}}}""", anonymous());

        assertThat(report.offences()).isNotEmpty().allMatch(offence -> offence.startsWith("500 to anonymous GET"));
    }

    @Test
    void anErrorThatIsNoProblemDocumentIsAnOffence() {
        answers("/lamps", 400, "application/json", "{\"message\": \"no\"}");

        HostileReport report = walk("""
                {"paths": {"/lamps": {"get": {}}}}""", anonymous());

        assertThat(report.offences()).isNotEmpty().allMatch(offence -> offence.startsWith("400 without a problem"));
    }

    @Test
    void aDocumentInWhichThereIsNothingToWalkIsRefused() {
        assertThatThrownBy(() -> walk("{\"title\": \"not found\"}", anonymous()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("no operation in the document");
        assertThatThrownBy(() -> walk("{\"paths\": {\"/lamps\": {\"trace\": {}}}}", anonymous()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("trace of /lamps");
    }

    private HostileReport walk(String document, Caller caller) {
        URI here = URI.create("http://localhost:" + service.getAddress().getPort());
        return HostileWalk.walk(here, document, address -> "{}", List.of(caller));
    }

    private static Caller anonymous() {
        return Caller.of("anonymous", Map.of(), (path, parameter) -> Optional.empty());
    }

    private void answers(String path, int status, String mediaType, String body) {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        service.createContext(path, exchange -> {
            exchange.getResponseHeaders().set("Content-Type", mediaType);
            exchange.sendResponseHeaders(status, bytes.length);
            exchange.getResponseBody().write(bytes);
            exchange.close();
        });
    }
}
