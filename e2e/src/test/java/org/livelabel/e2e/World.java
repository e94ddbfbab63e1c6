package org.livelabel.e2e;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.livelabel.local.keycloak.SignIn;
import org.livelabel.local.keycloak.Tokens;
import org.livelabel.local.sample.SampleAccount;
import org.livelabel.local.stack.PrintedProgress;
import org.livelabel.local.stack.ServiceName;
import org.livelabel.local.stack.Stack;
import org.livelabel.local.stack.StackOptions;

/**
 * One running system for all journeys, on free ports. The sample data is published with yesterday's date, so that there is
 * a past to look into.
 */
public final class World implements AutoCloseable {
    static final ObjectMapper JSON = new ObjectMapper();

    private final Stack stack;
    private final SignIn signIn;
    private final Map<String, Tokens> tokens = new HashMap<>();
    private final HttpClient http = HttpClient.newBuilder()
            .followRedirects(HttpClient.Redirect.NEVER)
            .connectTimeout(Duration.ofSeconds(5))
            .build();

    private World() throws IOException {
        Path repository =
                Path.of(System.getProperty("livelabel.repository", "..")).toRealPath();
        Path data = Files.createTempDirectory("livelabel-e2e");
        stack = Stack.start(
                StackOptions.aside(repository, data)
                        .atFirst(ServiceName.REGISTRY, Map.of("LIVELABEL_CLOCK_SHIFT", "-P1D")),
                new PrintedProgress(System.out, false, System::nanoTime, Duration.ZERO));
        stack.stopService(ServiceName.REGISTRY);
        stack.startService(ServiceName.REGISTRY);
        signIn = new SignIn(stack.addresses().realm(), Clock.systemUTC());
    }

    public Stack stack() {
        return stack;
    }

    public SignIn signIn() {
        return signIn;
    }

    /** An access token of two factors, proven by this person a moment ago. */
    String freshToken(SampleAccount person) {
        Tokens fresh = signIn.signIn(person.account());
        tokens.put(person.email(), fresh);
        return fresh.accessToken();
    }

    /** An access token that has not run out; the sign-in behind it may be some minutes old. */
    String token(SampleAccount person) {
        Tokens known = tokens.get(person.email());
        if (known == null) {
            return freshToken(person);
        }
        if (known.expiresAt().isBefore(Clock.systemUTC().instant().plusSeconds(60))) {
            known = signIn.refresh(known);
            tokens.put(person.email(), known);
        }
        return known.accessToken();
    }

    HttpResponse<String> get(URI address, String... headers) {
        return send(HttpRequest.newBuilder(address), headers);
    }

    HttpResponse<String> send(HttpRequest.Builder request, String... headers) {
        try {
            request.timeout(Duration.ofSeconds(60));
            if (headers.length > 0) {
                request.headers(headers);
            }
            return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    byte[] bytes(URI address) {
        try {
            return http.send(HttpRequest.newBuilder(address).build(), HttpResponse.BodyHandlers.ofByteArray())
                    .body();
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    JsonNode json(URI address, String... headers) {
        HttpResponse<String> response = get(address, headers);
        if (response.statusCode() != 200) {
            throw new AssertionError(address + " answers " + response.statusCode() + ": " + response.body());
        }
        return parse(response.body());
    }

    static JsonNode parse(String text) {
        try {
            return JSON.readTree(text);
        } catch (IOException e) {
            throw new AssertionError(text, e);
        }
    }

    URI registry(String path) {
        return URI.create(stack.addresses().registry() + path);
    }

    URI label(String path) {
        return URI.create(stack.addresses().label() + path);
    }

    URI web(String path) {
        return URI.create(stack.addresses().web() + path);
    }

    /** Every published product, page by page. */
    List<JsonNode> products(String query) {
        List<JsonNode> all = new ArrayList<>();
        String next = "/v1/products?limit=200" + query;
        while (next != null) {
            JsonNode page = json(registry("/").resolve(next));
            page.get("items").forEach(all::add);
            next = page.path("next").textValue();
        }
        return all;
    }

    /** Every entry of the log. */
    List<JsonNode> log() {
        List<JsonNode> all = new ArrayList<>();
        while (true) {
            String after = all.isEmpty()
                    ? ""
                    : "?lastEventId=" + all.getLast().get("id").asText();
            JsonNode page = json(registry("/v1/feed" + after));
            if (page.isEmpty()) {
                return all;
            }
            page.forEach(all::add);
        }
    }

    @Override
    public void close() {
        stack.close();
    }

    /** Gives the one world to every test that asks for it; it ends with the last test. */
    public static final class Extension implements ParameterResolver {
        @Override
        public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
            return parameter.getParameter().getType() == World.class
                    || parameter.getParameter().getType() == Chromium.class;
        }

        @Override
        public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
            var store = context.getRoot().getStore(ExtensionContext.Namespace.create(World.class));
            return parameter.getParameter().getType() == World.class
                    ? store.computeIfAbsent("world", key -> create(), World.class)
                    : store.computeIfAbsent("chromium", key -> Chromium.start(), Chromium.class);
        }

        private static World create() {
            try {
                return new World();
            } catch (IOException e) {
                throw new java.io.UncheckedIOException(e);
            }
        }
    }
}
