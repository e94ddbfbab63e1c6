package org.livelabel.registry.policy;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What publishing would do. Nothing was written. */
@Schema(name = "PolicyPreview")
record PolicyPreview(
        int version,
        LocalDate effectiveOn,

        @Schema(description = "It says what the latest version says; publishing it would be refused")
        boolean changesNothing,

        @Schema(
                description =
                        "As it would be published: declared, or material by a code, or detected and not contested")
        boolean material,

        boolean declaredMaterial,
        List<String> changeCodes,

        @Schema(description = "What your products' publications have said since the version before")
        List<String> detectedCodes,

        Collection<String> contestedCodes,
        List<Text> texts) {

    @Schema(name = "PolicyTextPreview")
    record Text(
            String language,
            String mediaType,

            @Schema(description = "As it would be stored and served: of HTML, what is safe")
            String text,

            @Schema(description = "What was taken out of the HTML")
            Collection<String> removed,

            @Schema(description = "Against the latest version; absent if that has none in this language")
            PolicyDiffResponse.@Nullable Text diff) {}
}
