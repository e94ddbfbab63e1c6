package org.livelabel.registry.policy;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.livelabel.registry.entry.DocumentRef;

/** Versions of policies with sane contents, for rules that look at days, owners and products only. */
final class PolicyRecords {
    static final DocumentRef NOTES = new DocumentRef("0".repeat(64), "application/json", 2);

    private PolicyRecords() {}

    static PolicyRecord forAll(UUID policy, UUID organisation, int version, long index, String effectiveOn) {
        return of(policy, organisation, version, index, effectiveOn, true, List.of());
    }

    static PolicyRecord named(
            UUID policy, UUID organisation, int version, long index, String effectiveOn, UUID... products) {
        return of(policy, organisation, version, index, effectiveOn, false, List.of(products));
    }

    private static PolicyRecord of(
            UUID policy,
            UUID organisation,
            int version,
            long index,
            String effectiveOn,
            boolean forAll,
            List<UUID> products) {
        return new PolicyRecord(
                policy,
                PolicyKind.PRIVACY_NOTICE,
                organisation,
                version,
                forAll,
                products,
                LocalDate.parse(effectiveOn),
                Instant.parse("2026-01-01T00:00:00Z").plusSeconds(index),
                index,
                false,
                false,
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                NOTES);
    }
}
