package org.livelabel.registry.policy;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.livelabel.registry.entry.PolicyText;
import org.livelabel.registry.log.Documents;

/**
 * What publishing would do.
 *
 * @param previous the version that is replaced; null for a new policy
 * @param detected what the products' disclosures have said since that version
 */
record PolicyPlan(PolicyInput input, @Nullable PolicyRecord previous, List<PolicyChange> detected) {
    int version() {
        return previous == null ? 1 : previous.version() + 1;
    }

    /** Declared, named by a code that is material by itself, or detected and not contested. */
    boolean material() {
        Set<String> contested = input.contested().keySet();
        return input.material()
                || input.changeCodes().stream().anyMatch(PolicyChange::isMaterial)
                || detected.stream().anyMatch(code -> !contested.contains(code.wireName()));
    }

    boolean changesNothing() {
        return previous != null
                && previous.effectiveOn().equals(input.effectiveOn())
                && previous.forAll() == input.forAll()
                && Set.copyOf(previous.products()).equals(Set.copyOf(input.products()))
                && texts().equals(Set.copyOf(previous.texts()));
    }

    private Set<PolicyText> texts() {
        return input.texts().stream()
                .map(text -> new PolicyText(text.language(), Documents.refTo(text.text(), text.mediaType())))
                .collect(Collectors.toSet());
    }
}
