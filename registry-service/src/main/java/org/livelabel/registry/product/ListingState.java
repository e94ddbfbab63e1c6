package org.livelabel.registry.product;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Set;

/**
 * Whether a product is listed. That it is no longer sold, or no longer supported, is another matter.
 *
 * <pre>
 * from \ to    listed  superseded  withdrawn  orphaned
 * listed         -       maker       maker      operator
 * superseded     -       -           maker      operator
 * withdrawn      -       -           -          -
 * orphaned       hand-over -         -          -
 * </pre>
 */
public enum ListingState {
    @JsonProperty("listed")
    LISTED,
    /** The maker named the model that takes its place. Its promises stand. */
    @JsonProperty("superseded")
    SUPERSEDED,
    /** The maker ended the listing. Its label stays readable. */
    @JsonProperty("withdrawn")
    WITHDRAWN,
    /** An operator says that nobody keeps it any more; whoever takes it over lists it again. */
    @JsonProperty("orphaned")
    ORPHANED;

    public boolean mayBecome(ListingState next) {
        return allowed().contains(next);
    }

    private Set<ListingState> allowed() {
        return switch (this) {
            case LISTED -> Set.of(SUPERSEDED, WITHDRAWN, ORPHANED);
            case SUPERSEDED -> Set.of(WITHDRAWN, ORPHANED);
            case WITHDRAWN -> Set.of();
            case ORPHANED -> Set.of(LISTED);
        };
    }
}
