package org.livelabel.registry.policy;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.livelabel.registry.framework.RecordSource;
import org.livelabel.registry.policy.ApplicablePolicies.Applied;
import org.livelabel.registry.product.Day;

/** Which kinds of policy a product is covered by. */
@ApplicationScoped
class PolicyCoverage implements RecordSource {
    private final Policies policies;

    PolicyCoverage(Policies policies) {
        this.policies = policies;
    }

    /** Those in effect on the day; for a product that is not public yet, those that its maker has for all products. */
    @Override
    @Transactional
    public Set<String> recordsFor(UUID product, UUID manufacturer, LocalDate day) {
        return kinds(product, manufacturer, day).stream()
                .map(kind -> "policy/" + kind.wireName())
                .collect(Collectors.toSet());
    }

    private List<PolicyKind> kinds(UUID product, UUID manufacturer, LocalDate day) {
        return policies.forProductFrom(product, day, Day.EVER)
                .map(applicable -> Arrays.stream(PolicyKind.values())
                        .filter(kind ->
                                applicable.on(kind, day).map(Applied::version).isPresent())
                        .toList())
                .orElseGet(() -> Arrays.stream(PolicyKind.values())
                        .filter(kind -> policies.forAll(manufacturer, kind, Day.EVER)
                                .flatMap(policy -> policy.inEffect(day))
                                .isPresent())
                        .toList());
    }
}
