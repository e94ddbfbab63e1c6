package org.livelabel.gates;

import io.quarkus.test.junit.callback.QuarkusTestBeforeEachCallback;
import io.quarkus.test.junit.callback.QuarkusTestMethodContext;
import io.restassured.RestAssured;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Puts {@link DocumentedAnswers} before every REST-assured request of a service. A service whose document is not found fails:
 * nobody would notice that nothing is checked.
 */
public final class AnswersAreDocumented implements QuarkusTestBeforeEachCallback {
    /** What a service answers beside its API: for other services, for operators of the machine, and pages. */
    private static final Map<String, List<String>> UNDOCUMENTED = Map.of(
            "registry-service", List.of("/q/", "/internal/", "/problems"),
            "label-service", List.of("/q/", "/$", "/style/", "/favicon", "/problems"),
            "account-service", List.of("/q/", "/internal/", "/problems"));
    /** It answers with pages, to people. */
    private static final Set<String> WITHOUT_API = Set.of("web");

    @Override
    public void beforeEach(QuarkusTestMethodContext context) {
        boolean installed = RestAssured.filters().stream().anyMatch(DocumentedAnswers.class::isInstance);
        // while the document is written anew, it says what was before
        if (!installed && !Boolean.getBoolean("api.update")) {
            gate(Path.of("").toAbsolutePath()).ifPresent(RestAssured::filters);
        }
    }

    /**
     * @param module the folder in which a service's tests run; beside it lies {@code api}
     * @throws IllegalStateException if the service must have a document and has none
     */
    static Optional<DocumentedAnswers> gate(Path module) {
        String service = module.getFileName().toString();
        if (WITHOUT_API.contains(service)) {
            return Optional.empty();
        }
        List<String> undocumented = UNDOCUMENTED.get(service);
        if (undocumented == null) {
            throw new IllegalStateException("AnswersAreDocumented does not know the service of " + module
                    + ": name it there, and run its tests in its folder");
        }
        Path reviewed = module.resolveSibling("api").resolve(service + ".yaml");
        if (!Files.exists(reviewed)) {
            throw new IllegalStateException(reviewed + " is missing, against which the answers of " + service
                    + " are held: run its ApiSnapshotTest with -Dapi.update=true and commit what it writes");
        }
        return Optional.of(new DocumentedAnswers(ApiDocument.read(reviewed), undocumented));
    }
}
