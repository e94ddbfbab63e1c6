package org.livelabel.registry.product;

import static org.assertj.core.api.Assertions.assertThat;
import static org.livelabel.registry.product.ListingState.LISTED;
import static org.livelabel.registry.product.ListingState.ORPHANED;
import static org.livelabel.registry.product.ListingState.SUPERSEDED;
import static org.livelabel.registry.product.ListingState.WITHDRAWN;
import static org.livelabel.registry.product.StandingState.GOOD;
import static org.livelabel.registry.product.StandingState.REVOKED;
import static org.livelabel.registry.product.StandingState.SUSPENDED;

import java.util.Map;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class LifeCycleTest {
    private static final Map<ListingState, Set<ListingState>> LISTING = Map.of(
            LISTED, Set.of(SUPERSEDED, WITHDRAWN, ORPHANED),
            SUPERSEDED, Set.of(WITHDRAWN, ORPHANED),
            WITHDRAWN, Set.of(),
            ORPHANED, Set.of(LISTED));
    private static final Map<StandingState, Set<StandingState>> STANDING = Map.of(
            GOOD, Set.of(SUSPENDED, REVOKED),
            SUSPENDED, Set.of(GOOD, REVOKED),
            REVOKED, Set.of());

    @ParameterizedTest
    @EnumSource
    void aListingMakesTheseMovesAndNoOthers(ListingState from) {
        for (ListingState to : ListingState.values()) {
            assertThat(from.mayBecome(to))
                    .as("%s to %s", from, to)
                    .isEqualTo(LISTING.get(from).contains(to));
        }
    }

    @ParameterizedTest
    @EnumSource
    void aStandingMakesTheseMovesAndNoOthers(StandingState from) {
        for (StandingState to : StandingState.values()) {
            assertThat(from.mayBecome(to))
                    .as("%s to %s", from, to)
                    .isEqualTo(STANDING.get(from).contains(to));
        }
    }
}
