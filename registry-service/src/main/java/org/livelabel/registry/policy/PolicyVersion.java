package org.livelabel.registry.policy;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

/**
 * A row: one version of a policy, and what it is found by.
 *
 * @param data the publication's, as JSON
 */
record PolicyVersion(
        UUID policyId,
        int version,
        UUID organisationId,
        String kind,
        boolean forAll,
        LocalDate effectiveOn,
        Instant publishedAt,
        long logIndex,
        String data) {}
