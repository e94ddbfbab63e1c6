package org.livelabel.gates;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;

/** Keeps the OpenAPI document that a service serves equal to the reviewed one under {@code api/}. */
public final class ApiSnapshot {
    /** It has another port each time, and the reviewed document belongs to no installation. */
    private static final Pattern ISSUER_OF_TESTS = Pattern.compile("(openIdConnectUrl: )http://localhost:[0-9]+/");

    private ApiSnapshot() {}

    /**
     * Fails if {@code answer} is not what {@code snapshot} holds. With {@code -Dapi.update=true} it writes the snapshot
     * instead, so that the change of contract shows in the diff.
     */
    public static void verify(String answer, Path snapshot) {
        String served = ISSUER_OF_TESTS.matcher(answer).replaceAll("$1https://identity.example/realms/livelabel/");
        try {
            if (Boolean.getBoolean("api.update")) {
                Files.writeString(snapshot, served);
                return;
            }
            String reviewed = Files.exists(snapshot) ? Files.readString(snapshot) : "";
            if (!reviewed.equals(served)) {
                Path actual = Path.of("target", snapshot.getFileName().toString());
                Files.writeString(actual, served);
                throw new AssertionError("the API is not what " + snapshot + " says. See the difference with `diff "
                        + snapshot + " " + actual.toAbsolutePath()
                        + "`; if it is meant, run the test with -Dapi.update=true and commit the snapshot");
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
