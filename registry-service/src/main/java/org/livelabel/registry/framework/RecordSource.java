package org.livelabel.registry.framework;

import java.time.LocalDate;
import java.util.Set;
import java.util.UUID;

/** Something beside the disclosure that can answer a criterion: each feature tells of its own records. */
public interface RecordSource {
    /**
     * The names, as catalogues use them, of the records that there are for a product: {@code policy/privacy_notice}.
     *
     * @param product may not be public yet
     */
    Set<String> recordsFor(UUID product, UUID manufacturer, LocalDate day);

    /** Whether nothing but the product's own publications decides: no other subject's, and not the day. */
    default boolean isOfTheProductAlone() {
        return false;
    }
}
