package org.livelabel.label.words;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.livelabel.support.SupportEnd;

class DatesTest {
    private static final LocalDate TODAY = LocalDate.parse("2026-11-22");

    private final Dates dates = new Dates(Words.english());

    @ParameterizedTest
    @CsvSource({
        "2026-11-22, Today is the last day",
        "2026-11-23, 1 day left",
        "2026-12-06, 14 days left",
        "2026-12-07, 2 weeks left",
        "2027-02-21, 13 weeks left",
        "2027-02-22, 3 months left",
        "2027-11-22, 12 months left",
        "2028-11-21, 23 months left",
        "2028-11-22, 2 years left",
        "2029-11-22, 3 years left",
        "2031-06-30, 4 years and 7 months left",
    })
    void saysTheTimeThatIsLeftRoundedDown(LocalDate last, String words) {
        assertThat(dates.left(TODAY, last)).isEqualTo(words);
    }

    @ParameterizedTest
    @CsvSource({
        "2026-11-21, Yesterday",
        "2026-11-08, 14 days ago",
        "2026-11-06, More than 2 weeks ago",
        "2026-03-31, More than 7 months ago",
        "2026-04-22, More than 6 months ago",
        "2020-11-21, More than 6 years ago",
    })
    void saysHowLongAgoItWas(LocalDate day, String words) {
        assertThat(dates.ago(day, TODAY)).isEqualTo(words);
    }

    @ParameterizedTest
    @CsvSource({
        "2028-03-31, 2026-03-31, 2 years",
        "2029-06-30, 2031-06-30, 2 years",
        "2026-02-28, 2026-06-30, 4 months",
        "2026-06-30, 2026-06-18, 12 days",
        "2026-01-01, 2026-01-02, 1 day",
    })
    void saysHowFarTwoDaysAreApart(LocalDate one, LocalDate other, String words) {
        assertThat(dates.apart(one, other)).isEqualTo(words);
    }

    @ParameterizedTest
    @CsvSource({"1, 1 month", "12, 1 year", "18, 18 months", "24, 2 years", "30, 2 years and 6 months", "36, 3 years"})
    void saysMonthsAsYearsWhereTheyAre(int months, String words) {
        assertThat(dates.months(months)).isEqualTo(words);
    }

    @Test
    void namesNoDayWhereOnlyAMonthWasStated() {
        assertThat(dates.end(SupportEnd.parse("2031-06"))).isEqualTo("the end of June 2031");
        assertThat(dates.end(SupportEnd.parse("2031-06-30"))).isEqualTo("30 June 2031");
    }
}
