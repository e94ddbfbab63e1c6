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
import org.livelabel.registry.policy.DetectedChangeRows.DetectedChange;

/**
 * What changed in the products themselves, from their own publications. A policy that is published afterwards has to
 * count it, whether its text says so or not.
 */
@ApplicationScoped
class DetectedChanges implements Projection {
    private final DetectedChangeRows rows;

    DetectedChanges(DetectedChangeRows rows) {
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
        applyAll(List.of(publication));
    }

    @Override
    public void applyAll(List<Publication> publications) {
        rows.add(publications.stream()
                .flatMap(publication -> codes(publication).stream()
                        .map(code -> new DetectedChange(
                                publication.index(), code, publication.subject().id(), publication.manufacturer())))
                .toList());
    }

    @Override
    public void clear() {
        rows.clear();
    }

    private static Set<String> codes(Publication publication) {
        return switch (publication.entry()) {
            case DisclosurePublished disclosure ->
                disclosure.mayBeMaterial() ? new LinkedHashSet<>(disclosure.changeCodes()) : Set.of();
            case SupportCommitted support ->
                support.isShortening() ? Set.of(PolicyChange.SUPPORT_SHORTENED.wireName()) : Set.of();
            default -> Set.of();
        };
    }
}
