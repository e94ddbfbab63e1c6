package org.livelabel.support;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.DateTimeException;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.livelabel.support.SupportCommitment.EndedAtUnstatedDate;
import org.livelabel.support.SupportCommitment.FixedDate;
import org.livelabel.support.SupportCommitment.NoEndAnnounced;
import org.livelabel.support.SupportCommitment.NonePromised;
import org.livelabel.support.SupportCommitment.NoticeBeforeEnd;
import org.livelabel.support.SupportCommitment.PeriodFromPurchase;

class SupportStatusTest {
    private static final LocalDate TODAY = LocalDate.parse("2026-11-22");

    @ParameterizedTest
    @CsvSource({
        "2033-08-01, SUPPORTED",
        "2027-05-22, SUPPORTED", // 181 days to go
        "2027-05-21, ENDING",
        "2026-11-22, ENDING", // the last day is a supported day
        "2026-11-21, ENDED",
        "2026-11, ENDING",
        "2026-10, ENDED"
    })
    void aDateIsSupportedToItsLastDay(String end, SupportStatus status) {
        assertThat(SupportStatus.of(new FixedDate(SupportEnd.parse(end)), TODAY))
                .isEqualTo(status);
    }

    @Test
    void everyOtherKindHasItsOwnAnswer() {
        assertThat(SupportStatus.of(null, TODAY)).isEqualTo(SupportStatus.NOT_STATED);
        assertThat(SupportStatus.of(new PeriodFromPurchase(24), TODAY)).isEqualTo(SupportStatus.DEPENDS_ON_PURCHASE);
        assertThat(SupportStatus.of(new NoticeBeforeEnd(12), TODAY)).isEqualTo(SupportStatus.UNTIL_NOTICE);
        assertThat(SupportStatus.of(new NonePromised(), TODAY)).isEqualTo(SupportStatus.NONE_PROMISED);
        assertThat(SupportStatus.of(new NoEndAnnounced(), TODAY)).isEqualTo(SupportStatus.NO_END_ANNOUNCED);
        assertThat(SupportStatus.of(new EndedAtUnstatedDate(), TODAY)).isEqualTo(SupportStatus.ENDED_AT_UNSTATED_DATE);
    }

    @Test
    void aMonthMeansItsLastDayAndStaysAMonth() {
        SupportEnd leap = SupportEnd.parse("2028-02");

        assertThat(leap.lastDay()).isEqualTo(LocalDate.parse("2028-02-29"));
        assertThat(leap).hasToString("2028-02");
        assertThat(SupportEnd.parse("2028-02-29")).hasToString("2028-02-29");
    }

    @ParameterizedTest
    @CsvSource({"2026-02-30", "2026-13", "30 June 2031", "lifetime", "2026"})
    void aDayThatDoesNotExistIsRefused(String text) {
        assertThatThrownBy(() -> SupportEnd.parse(text)).isInstanceOf(DateTimeException.class);
    }
}
