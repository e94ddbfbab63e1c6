package org.livelabel.registry.policy;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.livelabel.registry.text.Segment;
import org.livelabel.registry.text.TextDiff;

/**
 * What changed between two versions.
 *
 * @param segments in reading order; those that are equal or deleted make up the earlier text, those that are equal or
 *     inserted the later one
 */
@Schema(name = "PolicyDiff")
record PolicyDiffResponse(
        PolicyVersionResponse from,
        PolicyVersionResponse to,
        String language,

        @Schema(description = "Whether any version after the lower one, up to the higher one, is material")
        boolean material,

        @Schema(description = "What those versions declare or detected, each code once")
        List<String> changeCodes,

        Text text) {

    /** @param explanation of the mode, for people */
    @Schema(name = "TextDiff")
    record Text(TextDiff.Mode mode, String explanation, int wordsAdded, int wordsRemoved, List<Segment> segments) {

        static Text of(TextDiff diff) {
            return new Text(
                    diff.mode(),
                    diff.mode().explanation(),
                    diff.words(Segment.Op.INSERT),
                    diff.words(Segment.Op.DELETE),
                    diff.segments());
        }
    }
}
