package org.livelabel.registry.product;

import com.fasterxml.jackson.annotation.JsonProperty;

/** Whether a product is listed. That it is no longer sold, or no longer supported, is another matter. */
public enum ListingState {
    @JsonProperty("listed")
    LISTED,
    /** The maker ended the listing. Its label stays readable. */
    @JsonProperty("withdrawn")
    WITHDRAWN;

    public boolean mayBecome(ListingState next) {
        return this == LISTED && next == WITHDRAWN;
    }
}
