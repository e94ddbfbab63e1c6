package org.livelabel.web.wording;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TimeSpanTest {
    @ParameterizedTest
    @CsvSource({
        "2026-11-21, 2031-06-30, 4 years and 7 months",
        "2026-11-21, 2028-11-21, 2 years",
        "2026-11-21, 2028-11-20, 23 months",
        "2026-11-21, 2027-12-21, 13 months",
        "2026-11-21, 2027-02-21, 3 months",
        "2026-11-21, 2027-02-20, 13 weeks",
        "2026-11-21, 2026-12-06, 2 weeks",
        "2026-11-21, 2026-12-05, 14 days",
        "2026-11-21, 2026-11-22, 1 day",
        "2024-02-29, 2026-02-28, 23 months"
    })
    void timeIsRoundedDown(LocalDate from, LocalDate to, String words) {
        assertThat(TimeSpan.between(from, to)).isEqualTo(words);
    }

    @ParameterizedTest
    @CsvSource({
        "2026-11-20, 1 day ago.",
        "2026-11-07, 14 days ago.",
        "2026-11-06, More than 2 weeks ago.",
        "2026-03-31, More than 7 months ago."
    })
    void thePastIsNeverSaidLongerThanItIs(LocalDate day, String words) {
        assertThat(TimeSpan.ago(day, LocalDate.parse("2026-11-21"))).isEqualTo(words);
    }

    @ParameterizedTest
    @CsvSource({"1, 1 month", "11, 11 months", "12, 1 year", "25, 2 years and 1 month", "36, 3 years"})
    void monthsBecomeYearsWhereTheyAre(int months, String words) {
        assertThat(TimeSpan.months(months)).isEqualTo(words);
    }
}
