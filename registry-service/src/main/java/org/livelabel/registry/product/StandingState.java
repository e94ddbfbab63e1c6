package org.livelabel.registry.product;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Set;

/**
 * What the operator of the registry says of a product, beside what its maker says.
 *
 * <pre>
 * from \ to    good   suspended  revoked
 * good          -      suspend    revoke
 * suspended     lift   -          revoke
 * revoked       -      -          -
 * </pre>
 */
public enum StandingState {
    @JsonProperty("good")
    GOOD,
    /** Being looked into. */
    @JsonProperty("suspended")
    SUSPENDED,
    /** Not to be believed. For good: a mistake is put right by a new product. */
    @JsonProperty("revoked")
    REVOKED;

    public boolean mayBecome(StandingState next) {
        return allowed().contains(next);
    }

    private Set<StandingState> allowed() {
        return switch (this) {
            case GOOD -> Set.of(SUSPENDED, REVOKED);
            case SUSPENDED -> Set.of(GOOD, REVOKED);
            case REVOKED -> Set.of();
        };
    }
}
