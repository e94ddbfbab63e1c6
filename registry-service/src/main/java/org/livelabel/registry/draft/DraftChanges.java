package org.livelabel.registry.draft;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.livelabel.conduct.problem.Violation;
import org.livelabel.registry.entry.Entry;

/**
 * What publishing a draft would say.
 *
 * @param entries one for each changed part
 * @param disclosure null if the disclosure stays as it is
 * @param violations what has to be mended first
 */
public record DraftChanges(
        List<Entry> entries, @Nullable DisclosureAssessment disclosure, List<Violation> violations) {}
