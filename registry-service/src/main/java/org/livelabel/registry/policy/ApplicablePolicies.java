package org.livelabel.registry.policy;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.livelabel.conduct.problem.Problem;
import org.livelabel.registry.problem.ProblemType;

/**
 * Which policies apply to one product. A policy that names it beats one for all of its maker's products; of two that name
 * it the one published last. After a change of owner the new owner's policies apply; where there is none of a kind, the
 * product keeps the version that applied on the day it was handed over, and no later one of the former owner.
 *
 * @param owners the first one first, at least one
 * @param versions every version of the policies that were ever for it, of all owners
 */
record ApplicablePolicies(UUID product, List<Owner> owners, List<PolicyRecord> versions) {

    Optional<Applied> on(PolicyKind kind, LocalDate day) {
        int last = ownerOn(day);
        LocalDate asked = day;
        for (int i = last; i >= 0; i--) {
            Optional<PolicyRecord> found = of(i, kind, asked);
            if (found.isPresent()) {
                return Optional.of(new Applied(found.get(), i < last));
            }
            asked = owners.get(i).fromDay();
        }
        return Optional.empty();
    }

    /** What will apply later, as far as it is published; the next one first. */
    List<PolicyRecord> upcoming(PolicyKind kind, LocalDate day) {
        List<PolicyRecord> upcoming = new ArrayList<>();
        PolicyRecord before = on(kind, day).map(Applied::version).orElse(null);
        List<LocalDate> days = versions.stream()
                .filter(v -> v.kind() == kind)
                .map(PolicyRecord::effectiveOn)
                .filter(d -> d.isAfter(day))
                .distinct()
                .sorted()
                .toList();
        for (LocalDate next : days) {
            PolicyRecord then = on(kind, next).map(Applied::version).orElse(null);
            if (then != null && !then.equals(before)) {
                upcoming.add(then);
            }
            before = then;
        }
        return upcoming;
    }

    /** Every version that ever applied or will, the last published one first. */
    List<PolicyRecord> history(PolicyKind kind) {
        List<PolicyRecord> history = new ArrayList<>();
        for (int i = 0; i < owners.size(); i++) {
            int owner = i;
            List<PolicyRecord> theirs = during(owner, kind);
            theirs.stream()
                    .filter(version -> version.appliesTo(product))
                    .filter(version -> owner == 0 || !isOver(version, theirs, owners.get(owner)))
                    .filter(version -> !history.contains(version))
                    .forEach(history::add);
        }
        history.sort(Comparator.comparingLong(PolicyRecord::index).reversed());
        return history;
    }

    /** For this product: a version that it keeps is in effect although its policy has gone on. */
    PolicyTimeline.Status status(PolicyRecord version, LocalDate day) {
        if (on(version.kind(), day)
                .map(Applied::version)
                .filter(version::equals)
                .isPresent()) {
            return PolicyTimeline.Status.IN_EFFECT;
        }
        return upcoming(version.kind(), day).contains(version)
                ? PolicyTimeline.Status.UPCOMING
                : PolicyTimeline.Status.SUPERSEDED;
    }

    private int ownerOn(LocalDate day) {
        int last = owners.size() - 1;
        while (last > 0 && owners.get(last).fromDay().isAfter(day)) {
            last--;
        }
        return last;
    }

    private Optional<PolicyRecord> of(int owner, PolicyKind kind, LocalDate day) {
        return during(owner, kind).stream().collect(Collectors.groupingBy(PolicyRecord::policyId)).values().stream()
                .map(PolicyTimeline::new)
                .map(policy -> policy.inEffect(day))
                .flatMap(Optional::stream)
                .filter(version -> version.appliesTo(product))
                .max(Comparator.comparing((Function<PolicyRecord, Boolean>) version -> !version.forAll())
                        .thenComparing(PolicyRecord::index));
    }

    /** What an owner had published before the product went to the next one. */
    private List<PolicyRecord> during(int owner, PolicyKind kind) {
        long end = owner == owners.size() - 1
                ? Long.MAX_VALUE
                : owners.get(owner + 1).fromIndex();
        return versions.stream()
                .filter(version -> version.kind() == kind)
                .filter(version ->
                        version.organisation().equals(owners.get(owner).organisation()))
                .filter(version -> version.index() < end)
                .toList();
    }

    /** Replaced before this owner had the product: it never applied to it. */
    private static boolean isOver(PolicyRecord version, List<PolicyRecord> all, Owner owner) {
        return all.stream()
                .anyMatch(later -> later.policyId().equals(version.policyId())
                        && later.version() > version.version()
                        && later.index() < owner.fromIndex()
                        && !later.effectiveOn().isAfter(owner.fromDay()));
    }

    /** @param kept a former owner's, because the present one has published none of this kind */
    record Applied(PolicyRecord version, boolean kept) {}

    /** @param policies with every version of the kind */
    record OfKind(ApplicablePolicies policies, PolicyKind kind) implements PolicyHistory {
        @Override
        public PolicyTimeline policy(LocalDate day) {
            UUID policy = inEffect(day)
                    .or(() -> newestFirst().stream().findFirst())
                    .map(PolicyRecord::policyId)
                    .orElseThrow(() -> Problem.of(
                            ProblemType.NOT_FOUND,
                            "Nobody has published a " + kind.wireName() + " that applies to this product."));
            return new PolicyTimeline(policies.versions().stream()
                    .filter(version -> version.policyId().equals(policy))
                    .toList());
        }

        @Override
        public List<PolicyRecord> newestFirst() {
            return policies.history(kind);
        }

        @Override
        public Optional<PolicyRecord> inEffect(LocalDate day) {
            return policies.on(kind, day).map(Applied::version);
        }

        @Override
        public PolicyTimeline.Status status(PolicyRecord version, LocalDate day) {
            return policies.status(version, day);
        }
    }
}
