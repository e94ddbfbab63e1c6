package org.livelabel.gates;

import io.quarkus.test.junit.callback.QuarkusTestBeforeEachCallback;
import io.quarkus.test.junit.callback.QuarkusTestMethodContext;
import io.restassured.RestAssured;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** Puts {@link DocumentedAnswers} before every REST-assured request of a service that has a reviewed document. */
public final class AnswersAreDocumented implements QuarkusTestBeforeEachCallback {
    /** What a service answers beside its API: for other services, for operators of the machine, and pages. */
    private static final Map<String, List<String>> UNDOCUMENTED = Map.of(
            "registry-service", List.of("/q/", "/internal/", "/problems"),
            "label-service", List.of("/q/", "/$", "/style/", "/favicon", "/problems"),
            "account-service", List.of("/q/", "/problems"));

    @Override
    public void beforeEach(QuarkusTestMethodContext context) {
        String service = Path.of("").toAbsolutePath().getFileName().toString();
        Path reviewed = Path.of("../api/" + service + ".yaml");
        boolean installed = RestAssured.filters().stream().anyMatch(DocumentedAnswers.class::isInstance);
        // while the document is written anew, it says what was before
        if (!installed && Files.exists(reviewed) && !Boolean.getBoolean("api.update")) {
            RestAssured.filters(
                    new DocumentedAnswers(ApiDocument.read(reviewed), UNDOCUMENTED.getOrDefault(service, List.of())));
        }
    }
}
