package org.livelabel.registry.policy;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import io.quarkus.panache.common.Sort;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Only what was published before a moment is found; {@link Policies#EVER} leaves nothing out. */
@ApplicationScoped
class PolicyVersionRepository implements PanacheRepositoryBase<PolicyVersion, PolicyVersion.Key> {
    List<PolicyVersion> of(Collection<UUID> policies, Instant before) {
        return list("policyId in ?1 and publishedAt < ?2", Sort.by("logIndex"), policies, before);
    }

    List<PolicyVersion> of(UUID organisation, PolicyKind kind) {
        return list("organisationId = ?1 and kind = ?2", Sort.by("logIndex"), organisation, kind.wireName());
    }

    /** The policy that is for all products, or was last. */
    Optional<UUID> lastForAll(UUID organisation, PolicyKind kind, Instant before) {
        return find(
                        "organisationId = ?1 and kind = ?2 and forAll and publishedAt < ?3",
                        Sort.descending("logIndex"),
                        organisation,
                        kind.wireName(),
                        before)
                .firstResultOptional()
                .map(row -> row.policyId);
    }

    /** First versions, in the order in which the policies came to be. */
    List<PolicyVersion> firstOf(UUID organisation, long afterIndex, Instant before, int limit) {
        return find(
                        "organisationId = ?1 and version = 1 and logIndex > ?2 and publishedAt < ?3",
                        Sort.by("logIndex"),
                        organisation,
                        afterIndex,
                        before)
                .page(0, limit)
                .list();
    }

    List<PolicyVersion> latestOf(UUID organisation, int limit) {
        return find("organisationId", Sort.descending("logIndex"), organisation)
                .page(0, limit)
                .list();
    }

    /** Those of an organisation that are for this product, the newest first. */
    List<PolicyVersion> latestFor(UUID product, UUID organisation, int limit) {
        return find(
                        "from PolicyVersion v where v.organisationId = ?1 and (v.forAll or exists ("
                                + "select 1 from PolicyProduct n where n.policyId = v.policyId and n.version = v.version"
                                + " and n.productId = ?2)) order by v.logIndex desc",
                        organisation,
                        product)
                .page(0, limit)
                .list();
    }

    /** As {@link #everFor} of one organisation, without what is replaced by the end of the day. */
    List<PolicyVersion> fromOn(UUID product, UUID organisation, LocalDate day, Instant before) {
        return list(
                "from PolicyVersion v where v.organisationId = ?1 and v.publishedAt < ?2 and ("
                        + "exists (select 1 from PolicyVersion a where a.policyId = v.policyId and a.forAll)"
                        + " or exists (select 1 from PolicyProduct n where n.policyId = v.policyId and n.productId = ?3))"
                        + " and not exists (select 1 from PolicyVersion l where l.policyId = v.policyId"
                        + " and l.version > v.version and l.effectiveOn <= ?4 and l.publishedAt < ?2)"
                        + " order by v.logIndex",
                organisation,
                before,
                product,
                day);
    }

    /** Every version of the policies that were ever for this product, those included that no longer name it. */
    List<PolicyVersion> everFor(
            UUID product, Collection<UUID> organisations, Collection<PolicyKind> kinds, Instant before) {
        return list(
                "from PolicyVersion v where v.organisationId in ?1 and v.publishedAt < ?2 and v.kind in ?4 and ("
                        + "exists (select 1 from PolicyVersion a where a.policyId = v.policyId and a.forAll)"
                        + " or exists (select 1 from PolicyProduct n where n.policyId = v.policyId and n.productId = ?3))"
                        + " order by v.logIndex",
                organisations,
                before,
                product,
                kinds.stream().map(PolicyKind::wireName).toList());
    }
}
