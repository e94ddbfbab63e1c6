package org.livelabel.registry.text;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A passage of two compared texts. */
@Schema(name = "TextSegment")
public record Segment(Op op, String text) {
    @Schema(name = "TextSegmentOp")
    public enum Op {
        /** Stands in both. */
        @JsonProperty("equal")
        EQUAL,
        /** Stood in the earlier one only. */
        @JsonProperty("delete")
        DELETE,
        /** Stands in the later one only. */
        @JsonProperty("insert")
        INSERT
    }
}
