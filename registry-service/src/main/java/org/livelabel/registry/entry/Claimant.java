package org.livelabel.registry.entry;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.UUID;

/** Who stands behind a fact. Only what the manufacturer says is a promise. */
public enum Claimant {
    @JsonProperty("manufacturer")
    MANUFACTURER,
    /** An operator listed what it found; the maker has not confirmed it. */
    @JsonProperty("registry")
    REGISTRY;

    public static Claimant of(UUID manufacturer, UUID publisher) {
        return manufacturer.equals(publisher) ? MANUFACTURER : REGISTRY;
    }
}
