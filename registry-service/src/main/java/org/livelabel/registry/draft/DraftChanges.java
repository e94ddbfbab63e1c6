package org.livelabel.registry.draft;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.livelabel.conduct.problem.Violation;
import org.livelabel.registry.log.Fact;

/**
 * What publishing a draft would say.
 *
 * @param facts one for each changed part
 * @param disclosure null if the disclosure stays as it is
 * @param violations what has to be mended first
 */
public record DraftChanges(List<Fact> facts, @Nullable DisclosureAssessment disclosure, List<Violation> violations) {}
