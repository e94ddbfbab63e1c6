package org.livelabel.registry.policy;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.livelabel.registry.framework.RecordSource;
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
        ApplicablePolicies applicable =
                policies.forProductFrom(product, day, Day.EVER).orElse(null);
        return Arrays.stream(PolicyKind.values())
                .filter(kind -> applicable == null
                        ? isForAll(manufacturer, kind, day)
                        : applicable.on(kind, day).isPresent())
                .map(kind -> "policy/" + kind.wireName())
                .collect(Collectors.toSet());
    }

    private boolean isForAll(UUID manufacturer, PolicyKind kind, LocalDate day) {
        return policies.forAll(manufacturer, kind, Day.EVER)
                .flatMap(policy -> policy.inEffect(day))
                .isPresent();
    }
}
