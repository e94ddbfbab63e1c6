package org.livelabel.registry.policy;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.livelabel.registry.entry.DocumentRef;
import org.livelabel.registry.entry.PolicyPublished;
import org.livelabel.registry.entry.PolicyText;

/**
 * One published version of a policy.
 *
 * @param products the products it is for; empty if it is for all of the organisation's
 * @param material as decided when it was published, from what was declared, detected and contested
 * @param changeCodes what the organisation said
 * @param detectedCodes what the disclosures of its products had said since the version before
 * @param contestedCodes detected, but denied for a public reason
 * @param notes title, summary, reasons and source addresses
 */
record PolicyRecord(
        UUID policyId,
        PolicyKind kind,
        UUID organisation,
        int version,
        boolean forAll,
        List<UUID> products,
        LocalDate effectiveOn,
        Instant publishedAt,
        long index,
        boolean material,
        boolean declaredMaterial,
        List<String> changeCodes,
        List<String> detectedCodes,
        List<String> contestedCodes,
        List<PolicyText> texts,
        DocumentRef notes) {
    static PolicyRecord of(PolicyKind kind, Instant publishedAt, long index, PolicyPublished published) {
        return new PolicyRecord(
                published.policy(),
                kind,
                published.subject().id(),
                published.version(),
                published.isForAll(),
                published.products(),
                published.effectiveOn(),
                publishedAt,
                index,
                published.material(),
                published.declaredMaterial(),
                published.changeCodes(),
                published.detectedCodes(),
                published.contestedCodes(),
                published.texts(),
                published.document());
    }

    boolean appliesTo(UUID product) {
        return forAll || products.contains(product);
    }
}
