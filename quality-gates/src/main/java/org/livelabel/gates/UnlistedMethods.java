package org.livelabel.gates;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * Asks every address of an OpenAPI document with every method that it does not list. The answer has to be 405 (RFC 9110,
 * 15.5.6): a problem document, and in Allow exactly what is listed, with HEAD and OPTIONS.
 */
public final class UnlistedMethods {
    private static final List<String> METHODS = List.of("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE");
    private static final Pattern PARAMETER = Pattern.compile("\\{([^}]+)}");
    private static final ObjectMapper JSON = new ObjectMapper();

    private UnlistedMethods() {}

    /**
     * @param service scheme, host and port
     * @param document the reviewed one, under {@code api}
     * @return what was answered otherwise, a line for each
     */
    public static List<String> offences(URI service, Path document) {
        Map<String, Set<String>> listed = listed(document);
        List<String> offences = new ArrayList<>();
        try (HttpClient client = HttpClient.newHttpClient()) {
            listed.forEach((path, methods) -> METHODS.stream()
                    .filter(method -> !methods.contains(method))
                    .forEach(method -> {
                        HttpResponse<String> answer = ask(client, service, method, path);
                        if (!isRefusal(answer, methods, method)) {
                            offences.add(method + " " + path + ": " + answer.statusCode() + ", Allow "
                                    + answer.headers().allValues("Allow") + ", " + answer.body());
                        }
                    }));
        }
        return offences;
    }

    private static Map<String, Set<String>> listed(Path document) {
        Map<String, Set<String>> listed = new TreeMap<>();
        ApiDocument.read(document).operations().forEach(operation -> listed.computeIfAbsent(
                        operation.path(), path -> new TreeSet<>(Set.of("OPTIONS")))
                .add(operation.method().toUpperCase(Locale.ROOT)));
        if (listed.isEmpty()) {
            throw new IllegalArgumentException("there is no operation in " + document);
        }
        listed.values().stream().filter(methods -> methods.contains("GET")).forEach(methods -> methods.add("HEAD"));
        return listed;
    }

    private static HttpResponse<String> ask(HttpClient client, URI service, String method, String path) {
        String address = PARAMETER.matcher(path).replaceAll(parameter -> value(parameter.group(1)));
        HttpRequest request = HttpRequest.newBuilder(service.resolve(address))
                .header("Accept", "application/json")
                .method(method, HttpRequest.BodyPublishers.noBody())
                .build();
        try {
            return client.send(request, HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(method + " " + address, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** Something of the right form, of which there is none. */
    private static String value(String parameter) {
        return switch (parameter) {
            case "n", "version" -> "1";
            case "gtin" -> "96385074";
            case "qualifiers" -> "10/A";
            case "sha256" -> "0".repeat(64);
            case "code" -> "NOTHERE22";
            default -> "11111111-1111-4111-8111-111111111111";
        };
    }

    private static boolean isRefusal(HttpResponse<String> answer, Set<String> listed, String method) {
        Set<String> allowed = new TreeSet<>(
                Arrays.asList(answer.headers().firstValue("Allow").orElse("").split(", ")));
        return answer.statusCode() == 405 && allowed.equals(listed) && (method.equals("HEAD") || isProblem(answer));
    }

    private static boolean isProblem(HttpResponse<String> answer) {
        try {
            JsonNode problem = JSON.readTree(answer.body());
            return answer.headers().firstValue("Content-Type").orElse("").startsWith("application/problem+json")
                    && problem.path("status").asInt() == 405
                    && problem.path("type").asText().startsWith("https://livelabel.org/problems/")
                    && !problem.path("detail").asText().isEmpty();
        } catch (JsonProcessingException e) {
            return false;
        }
    }
}
