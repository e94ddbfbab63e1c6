package org.livelabel.gates;

import io.restassured.filter.Filter;
import io.restassured.filter.FilterContext;
import io.restassured.response.Response;
import io.restassured.specification.FilterableRequestSpecification;
import io.restassured.specification.FilterableResponseSpecification;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * Holds every answer of a test against the OpenAPI document: path and method, status, media type and body. What was sent is
 * held against it too, if the service took it.
 */
final class DocumentedAnswers implements Filter {
    private final ApiDocument document;
    private final List<String> undocumented;

    /** @param undocumented beginnings of paths that are no part of the API; with a dollar sign at its end a whole path */
    DocumentedAnswers(ApiDocument document, List<String> undocumented) {
        this.document = document;
        this.undocumented = undocumented;
    }

    @Override
    public Response filter(
            FilterableRequestSpecification request, FilterableResponseSpecification response, FilterContext context) {
        Response answer = context.next(request, response);
        String path =
                URI.create(request.getURI()).getRawPath().replace("%3A", ":").replace("%3a", ":");
        if (request.getMethod().equals("OPTIONS") || undocumented.stream().anyMatch(part -> matches(path, part))) {
            return answer;
        }
        List<String> violations = new ArrayList<>(document.violations(
                request.getMethod(),
                path,
                answer.statusCode(),
                answer.contentType(),
                request.getMethod().equals("HEAD") ? null : answer.asByteArray()));
        if (answer.statusCode() < 300 && request.getBody() instanceof String sent) {
            document.requestViolations(request.getMethod(), path, sent.getBytes(StandardCharsets.UTF_8)).stream()
                    .map(violation -> "the request was taken, but " + violation)
                    .forEach(violations::add);
        }
        if (!violations.isEmpty()) {
            throw new AssertionError(request.getMethod() + " " + path + " answered " + answer.statusCode()
                    + " otherwise than its OpenAPI document says:\n  " + String.join("\n  ", violations) + "\n"
                    + abbreviated(answer.asString()));
        }
        return answer;
    }

    private static boolean matches(String path, String part) {
        return part.endsWith("$") ? path.equals(part.substring(0, part.length() - 1)) : path.startsWith(part);
    }

    private static String abbreviated(String body) {
        return body.length() > 1500 ? body.substring(0, 1500) + " ..." : body;
    }
}
