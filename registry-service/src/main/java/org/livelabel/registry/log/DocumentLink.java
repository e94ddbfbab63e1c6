package org.livelabel.registry.log;

import com.fasterxml.jackson.databind.JsonNode;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.livelabel.registry.address.Address;
import org.livelabel.registry.entry.DocumentRef;

/**
 * A published document as answers name it.
 *
 * @param mediaType absent where only JSON can stand
 * @param size in bytes; absent where nobody needs it
 * @param content only where one version is asked for, and if it is not withheld
 */
@Schema(name = "Document")
public record DocumentLink(
        String sha256,
        @Nullable String mediaType,
        @Nullable Long size,
        @Address String url,

        @Schema(implementation = Object.class) @Nullable JsonNode content) {

    public static DocumentLink to(String sha256) {
        return new DocumentLink(sha256, null, null, "/v1/blobs/" + sha256, null);
    }

    public static DocumentLink to(DocumentRef document, @Nullable JsonNode content) {
        return new DocumentLink(
                document.sha256(), document.mediaType(), document.size(), "/v1/blobs/" + document.sha256(), content);
    }
}
