package org.livelabel.registry.disclosure;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What changed between two versions, for programs and for people. */
@Schema(name = "DisclosureDiff")
record DisclosureDiffResponse(
        int from,
        int to,

        @Schema(
                description =
                        "Between neighbours: as it was published. Otherwise: whether a rule finds something between the two")
        boolean material,

        @Schema(description = "What the rules find between the two; open list")
        List<ChangeCode> changeCodes,

        @Schema(description = "Each change with its field and a sentence")
        List<Finding> findings,

        @Schema(description = "The sentences alone") List<String> summary,

        @Schema(description = "What the maker contested in public, in the newer of two neighbours")
        List<Contest> contested,

        @Schema(implementation = Object[].class, description = "RFC 6902: makes the document of from that of to")
        JsonNode patch) {}
