package org.livelabel.registry.product;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ListingStateTest {
    @ParameterizedTest
    @CsvSource({"LISTED,LISTED,false", "LISTED,WITHDRAWN,true", "WITHDRAWN,LISTED,false", "WITHDRAWN,WITHDRAWN,false"})
    void aListingEndsOnce(ListingState from, ListingState to, boolean allowed) {
        assertThat(from.mayBecome(to)).isEqualTo(allowed);
    }
}
