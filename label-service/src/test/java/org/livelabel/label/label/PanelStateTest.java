package org.livelabel.label.label;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.livelabel.support.SupportStatus;

class PanelStateTest {
    @ParameterizedTest
    @EnumSource(SupportStatus.class)
    void givesThePanelToTheStatusWhereNothingElseHolds(SupportStatus status) {
        assertThat(first(status, true, false).name()).isEqualTo(status.name());
    }

    @ParameterizedTest
    @CsvSource({
        "ENDED, false, true, ENDED",
        "ENDED_AT_UNSTATED_DATE, false, false, ENDED_AT_UNSTATED_DATE",
        "NONE_PROMISED, false, false, NONE_PROMISED",
        "ENDING, false, true, ENDING",
        "NOT_STATED, false, true, NOT_STATED",
        "NO_END_ANNOUNCED, false, false, IMPORTED",
        "SUPPORTED, false, true, IMPORTED",
        "UNTIL_NOTICE, true, true, UNTIL_NOTICE",
        "DEPENDS_ON_PURCHASE, true, true, DEPENDS_ON_PURCHASE",
        "SUPPORTED, true, true, WITHDRAWN",
    })
    void givesThePanelToWhatAsksForAction(
            SupportStatus status, boolean fromMaker, boolean withdrawn, PanelState first) {
        assertThat(first(status, fromMaker, withdrawn)).isEqualTo(first);
    }

    @Test
    void keepsEveryOtherStateForTheLines() {
        assertThat(PanelState.holding(SupportStatus.ENDED, false, true))
                .isEqualTo(EnumSet.of(PanelState.ENDED, PanelState.IMPORTED, PanelState.WITHDRAWN));
    }

    private static PanelState first(SupportStatus status, boolean fromMaker, boolean withdrawn) {
        return PanelState.holding(status, fromMaker, withdrawn).iterator().next();
    }
}
