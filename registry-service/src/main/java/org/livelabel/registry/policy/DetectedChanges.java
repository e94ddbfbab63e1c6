package org.livelabel.registry.policy;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.livelabel.registry.entry.DisclosurePublished;
import org.livelabel.registry.entry.SupportCommitted;
import org.livelabel.registry.log.Projection;
import org.livelabel.registry.log.Publication;

/**
 * What changed in the products themselves, from their own publications. A policy that is published afterwards has to
 * count it, whether its text says so or not.
 */
@ApplicationScoped
class DetectedChanges implements Projection {
    private final DetectedChangeRepository rows;

    DetectedChanges(DetectedChangeRepository rows) {
        this.rows = rows;
    }

    /** What the products that a policy is for have begun to do since an entry, as far as this kind must tell of it. */
    List<PolicyChange> since(long index, UUID organisation, PolicyKind kind, boolean forAll, List<UUID> products) {
        List<String> codes = forAll ? rows.codes(organisation, index) : rows.codes(organisation, index, products);
        return codes.stream()
                .map(PolicyChange::fromWireName)
                .flatMap(Optional::stream)
                .filter(code -> code.isAbout(kind))
                .sorted()
                .toList();
    }

    @Override
    public void apply(Publication publication) {
        for (String code : codes(publication)) {
            DetectedChange row = new DetectedChange();
            row.logIndex = publication.index();
            row.code = code;
            row.productId = publication.subject().id();
            row.manufacturerId = publication.manufacturer();
            rows.persist(row);
        }
    }

    @Override
    public void clear() {
        rows.deleteAll();
    }

    private static Set<String> codes(Publication publication) {
        return switch (publication.entry()) {
            case DisclosurePublished disclosure
            when disclosure.mayBeMaterial() -> new LinkedHashSet<>(disclosure.changeCodes());
            case SupportCommitted support
            when support.isShortening() -> Set.of(PolicyChange.SUPPORT_SHORTENED.wireName());
            default -> Set.of();
        };
    }
}
