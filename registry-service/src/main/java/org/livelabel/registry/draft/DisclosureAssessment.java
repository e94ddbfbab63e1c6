package org.livelabel.registry.draft;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.livelabel.registry.disclosure.Finding;
import org.livelabel.registry.disclosure.Materiality;

/** A new disclosure beside the published one. */
public record DisclosureAssessment(
        int version, @Nullable JsonNode before, JsonNode after, List<Finding> findings, Materiality materiality) {}
