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
        assertThat(first(status, true, "listed", "good").name()).isEqualTo(status.name());
    }

    @ParameterizedTest
    @CsvSource({
        "ENDED, false, withdrawn, good, ENDED",
        "ENDED_AT_UNSTATED_DATE, false, listed, good, ENDED_AT_UNSTATED_DATE",
        "NONE_PROMISED, false, listed, good, NONE_PROMISED",
        "ENDING, false, withdrawn, good, ENDING",
        "NOT_STATED, false, withdrawn, good, NOT_STATED",
        "NO_END_ANNOUNCED, false, listed, good, IMPORTED",
        "SUPPORTED, false, withdrawn, good, IMPORTED",
        "UNTIL_NOTICE, true, withdrawn, good, UNTIL_NOTICE",
        "DEPENDS_ON_PURCHASE, true, withdrawn, good, DEPENDS_ON_PURCHASE",
        "SUPPORTED, true, withdrawn, good, WITHDRAWN",
        "SUPPORTED, true, superseded, good, SUPPORTED",
        "SUPPORTED, true, orphaned, good, ORPHANED",
        "ENDED, true, orphaned, good, ENDED",
        "ENDED, true, listed, suspended, SUSPENDED",
        "SUPPORTED, false, withdrawn, suspended, SUSPENDED",
        "ENDED, true, orphaned, revoked, REVOKED",
        "SUPPORTED, true, something-new, something-new, SUPPORTED",
    })
    void givesThePanelToWhatAsksForAction(
            SupportStatus status, boolean fromMaker, String listing, String standing, PanelState first) {
        assertThat(first(status, fromMaker, listing, standing)).isEqualTo(first);
    }

    @Test
    void keepsEveryOtherStateForTheLines() {
        assertThat(PanelState.holding(SupportStatus.ENDED, false, "withdrawn", "good"))
                .isEqualTo(EnumSet.of(PanelState.ENDED, PanelState.IMPORTED, PanelState.WITHDRAWN));
    }

    private static PanelState first(SupportStatus status, boolean fromMaker, String listing, String standing) {
        return PanelState.holding(status, fromMaker, listing, standing)
                .iterator()
                .next();
    }
}
