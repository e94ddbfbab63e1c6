package org.livelabel.registry.publishing;

import io.quarkiverse.resteasy.problem.HttpProblem;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.livelabel.registry.entry.Entry;
import org.livelabel.registry.log.PublicationLog;

/** Several acts of one actor in one transaction, which holds what they all need; see {@link Publishing#join}. */
public final class Batch {
    private final PublicationLog log;
    private final @Nullable HttpProblem refusal;

    Batch(PublicationLog log, @Nullable HttpProblem refusal) {
        this.log = log;
        this.refusal = refusal;
    }

    /** Why none of them may be done; null if they may. */
    public @Nullable HttpProblem refusal() {
        return refusal;
    }

    public void append(List<Entry> entries) {
        if (refusal != null) {
            throw new IllegalStateException("refused, and published all the same");
        }
        log.append(entries);
    }
}
