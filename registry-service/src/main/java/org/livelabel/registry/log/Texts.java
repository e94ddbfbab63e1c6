package org.livelabel.registry.log;

import com.fasterxml.jackson.databind.JsonNode;
import org.jspecify.annotations.Nullable;
import org.livelabel.registry.entry.DocumentRef;

/** The documents that publications name: those that are stored, or those that would be. */
public interface Texts {
    /** @throws io.quarkiverse.resteasy.problem.HttpProblem 451 if this very text is withheld */
    DocumentRef store(JsonNode content);

    /**
     * @return a missing node if it is withheld: whoever reads it goes on without the text, and gets what somebody gets who
     *     never saw it
     * @throws IllegalStateException if no publication brought it: the log would be broken
     */
    JsonNode read(String sha256);

    /** The same; null if it is withheld. */
    default @Nullable JsonNode readIfShown(String sha256) {
        JsonNode document = read(sha256);
        return document.isMissingNode() ? null : document;
    }
}
