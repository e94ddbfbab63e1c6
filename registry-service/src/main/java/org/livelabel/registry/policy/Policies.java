package org.livelabel.registry.policy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.livelabel.registry.entry.About;
import org.livelabel.registry.entry.PolicyPublished;
import org.livelabel.registry.entry.Subject;
import org.livelabel.registry.log.Projection;
import org.livelabel.registry.log.Publication;
import org.livelabel.registry.log.PublicationLog;
import org.livelabel.registry.product.Day;

/** The policies that the log knows, every version of them. */
@ApplicationScoped
class Policies implements Projection {
    private final PolicyRows rows;
    private final PublicationLog log;
    private final ObjectMapper mapper;

    Policies(PolicyRows rows, PublicationLog log, ObjectMapper mapper) {
        this.rows = rows;
        this.log = log;
        this.mapper = mapper;
    }

    /** Empty if no version of it was published before the moment. */
    @Transactional
    Optional<PolicyTimeline> find(UUID policy, Instant before) {
        return Optional.ofNullable(find(List.of(policy), before).get(policy));
    }

    @Transactional
    Map<UUID, PolicyTimeline> find(Collection<UUID> policies, Instant before) {
        return timelines(rows.of(policies, before));
    }

    /** All of one kind that an organisation has. */
    @Transactional
    Collection<PolicyTimeline> of(UUID organisation, PolicyKind kind) {
        return timelines(rows.of(organisation, kind)).values();
    }

    /** The one of this kind that is for all products, or was last; empty if there never was one. */
    @Transactional
    Optional<PolicyTimeline> forAll(UUID organisation, PolicyKind kind, Instant before) {
        return rows.lastForAll(organisation, kind, before).flatMap(policy -> find(policy, before));
    }

    /** The first versions of an organisation's policies, in the order in which those came to be. */
    @Transactional
    List<PolicyRecord> firstOf(UUID organisation, long afterIndex, Instant before, int limit) {
        return rows.firstOf(organisation, afterIndex, before, limit).stream()
                .map(this::read)
                .toList();
    }

    /** The last published first. */
    @Transactional
    List<PolicyRecord> latestOf(UUID organisation, int limit) {
        return rows.latestOf(organisation, limit).stream().map(this::read).toList();
    }

    /** With every version of some kinds; empty if the product was not published before the moment. */
    @Transactional
    Optional<ApplicablePolicies> forProduct(UUID product, Set<PolicyKind> kinds, Instant before) {
        List<Owner> owners = owners(product, before);
        if (owners.isEmpty()) {
            return Optional.empty();
        }
        List<UUID> organisations =
                owners.stream().map(Owner::organisation).distinct().toList();
        return Optional.of(new ApplicablePolicies(
                product,
                owners,
                rows.everFor(product, organisations, kinds, before).stream()
                        .map(this::read)
                        .toList()));
    }

    /** Enough to tell what applies on the day, and later as far as it is published. */
    @Transactional
    Optional<ApplicablePolicies> forProductFrom(UUID product, LocalDate day, Instant before) {
        List<Owner> owners = owners(product, before);
        if (owners.size() != 1) {
            // what a product keeps of a former owner's may have been replaced long ago
            return forProduct(product, EnumSet.allOf(PolicyKind.class), before);
        }
        UUID owner = owners.getFirst().organisation();
        return Optional.of(new ApplicablePolicies(
                product,
                owners,
                rows.fromOn(product, owner, day, before).stream()
                        .map(this::read)
                        .toList()));
    }

    /** The last versions that ever applied to a product or will, the newest first. */
    @Transactional
    List<PolicyRecord> latestFor(UUID product, int limit) {
        List<Owner> owners = owners(product, Day.EVER);
        if (owners.size() == 1) {
            return rows.latestFor(product, owners.getFirst().organisation(), limit).stream()
                    .map(this::read)
                    .toList();
        }
        return forProduct(product, EnumSet.allOf(PolicyKind.class), Day.EVER).stream()
                .flatMap(applicable ->
                        Arrays.stream(PolicyKind.values()).flatMap(kind -> applicable.history(kind).stream()))
                .sorted(Comparator.comparingLong(PolicyRecord::index).reversed())
                .limit(limit)
                .toList();
    }

    private List<Owner> owners(UUID product, Instant before) {
        return Owner.of(log.history(Subject.product(product), Owner.SAID_BY, before));
    }

    @Override
    public void apply(Publication publication) {
        if (!(publication.entry() instanceof PolicyPublished published)) {
            return;
        }
        PolicyKind.fromWireName(published.kind()).ifPresent(kind -> {
            PolicyRecord version = PolicyRecord.of(kind, publication.publishedAt(), publication.index(), published);
            rows.add(
                    new PolicyVersion(
                            version.policyId(),
                            version.version(),
                            version.organisation(),
                            kind.wireName(),
                            version.forAll(),
                            version.effectiveOn(),
                            version.publishedAt(),
                            version.index(),
                            published.data().toString()),
                    version.products());
        });
    }

    @Override
    public void clear() {
        rows.clear();
    }

    private Map<UUID, PolicyTimeline> timelines(List<PolicyVersion> found) {
        return found.stream()
                .map(this::read)
                .collect(Collectors.groupingBy(
                        PolicyRecord::policyId,
                        Collectors.collectingAndThen(Collectors.toList(), PolicyTimeline::new)));
    }

    private PolicyRecord read(PolicyVersion row) {
        try {
            About about =
                    new About(Subject.organisation(row.organisationId()), row.organisationId(), row.organisationId());
            return PolicyRecord.of(
                    PolicyKind.fromWireName(row.kind()).orElseThrow(),
                    row.publishedAt(),
                    row.logIndex(),
                    PolicyPublished.from(about, mapper.readTree(row.data())));
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }
}
