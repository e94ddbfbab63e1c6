package org.livelabel.registry.text;

import com.fasterxml.jackson.annotation.JsonProperty;

/** A passage of two compared texts. */
public record Segment(Op op, String text) {
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
