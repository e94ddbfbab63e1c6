package org.livelabel.registry.policy;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.livelabel.registry.policy.PolicyTimeline.Status;

/** The versions that an address leads to: those of one policy, or of one kind all that ever applied to a product. */
interface PolicyHistory {
    /**
     * Of which single versions are shown and compared; a product's is the one that applies on the day, or applied last.
     *
     * @throws io.quarkiverse.resteasy.problem.HttpProblem 404 if nobody has published one
     */
    PolicyTimeline policy(LocalDate day);

    List<PolicyRecord> newestFirst();

    Optional<PolicyRecord> inEffect(LocalDate day);

    Status status(PolicyRecord version, LocalDate day);
}
