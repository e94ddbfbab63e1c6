package org.livelabel.registry.policy;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.livelabel.registry.text.TextDiff;

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

    /** @param diff what a text would change */
    static PolicyPreview of(PolicyPlan plan, Function<PolicyInput.Text, Optional<TextDiff>> diff) {
        PolicyInput input = plan.input();
        return new PolicyPreview(
                plan.version(),
                input.effectiveOn(),
                plan.changesNothing(),
                plan.material(),
                input.material(),
                input.changeCodes().stream().map(PolicyChange::wireName).toList(),
                plan.detected().stream().map(PolicyChange::wireName).toList(),
                input.contested().keySet(),
                input.texts().stream()
                        .map(text -> new Text(
                                text.language(),
                                text.mediaType(),
                                text.text(),
                                text.removed(),
                                diff.apply(text)
                                        .map(PolicyDiffResponse.Text::of)
                                        .orElse(null)))
                        .toList());
    }

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
