package org.livelabel.support;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.livelabel.support.SupportCommitment.EndedAtUnstatedDate;
import org.livelabel.support.SupportCommitment.FixedDate;
import org.livelabel.support.SupportCommitment.NoEndAnnounced;
import org.livelabel.support.SupportCommitment.NonePromised;
import org.livelabel.support.SupportCommitment.NoticeBeforeEnd;
import org.livelabel.support.SupportCommitment.PeriodFromPurchase;

class ShorteningTest {
    private static final LocalDate TODAY = LocalDate.parse("2026-11-22");

    @ParameterizedTest
    @CsvSource(nullValues = "-", textBlock = """
        # old             new               on sale since  until        shortened
        date 2031-06-30,  date 2031-06-30,  -,             -,           false
        date 2031-06-30,  date 2032-01-01,  -,             -,           false
        date 2031-06-30,  date 2031-06-29,  -,             -,           true
        date 2031-06,     date 2031-06-30,  -,             -,           false
        date 2031-06-30,  period 60,        -,             -,           true
        date 2031-06-30,  period 60,        2026-06-30,    -,           false
        date 2031-06-30,  period 60,        2026-06-29,    -,           true
        date 2027-06-30,  notice 12,        -,             -,           false
        date 2028-06-30,  notice 12,        -,             -,           true
        date 2031-06-30,  no-end,           -,             -,           true
        date 2031-06-30,  none,             -,             -,           true
        date 2031-06-30,  ended,            -,             -,           true
        period 24,        period 36,        2025-01-01,    -,           false
        period 24,        period 23,        2025-01-01,    -,           true
        period 24,        date 2050-01-01,  2025-01-01,    -,           true
        period 24,        date 2028-01-01,  2025-01-01,    2026-01-01,  false
        notice 12,        date 2027-11-22,  -,             -,           false
        notice 12,        date 2027-11-21,  -,             -,           true
        notice 12,        notice 6,         -,             -,           true
        notice 12,        no-end,           -,             -,           true
        no-end,           date 2026-11-22,  -,             -,           false
        no-end,           date 2026-11-21,  -,             -,           true
        no-end,           notice 3,         -,             -,           false
        no-end,           ended,            -,             -,           true
        none,             no-end,           -,             -,           false
        none,             date 2020-01-01,  -,             -,           false
        ended,            none,             -,             -,           false
        """)
    void aChangeShortensUnlessItCoversEveryDayThatTheOldOneCovered(
            String old, String changed, @Nullable LocalDate onSale, @Nullable LocalDate endOfSales, boolean shortened) {
        PurchaseDays purchases = PurchaseDays.between(onSale, endOfSales);

        assertThat(commitment(changed).shortens(commitment(old), TODAY, purchases))
                .isEqualTo(shortened);
    }

    private static SupportCommitment commitment(String text) {
        String[] words = text.split(" ");
        return switch (words[0]) {
            case "date" -> new FixedDate(SupportEnd.parse(words[1]));
            case "period" -> new PeriodFromPurchase(Integer.parseInt(words[1]));
            case "notice" -> new NoticeBeforeEnd(Integer.parseInt(words[1]));
            case "none" -> new NonePromised();
            case "no-end" -> new NoEndAnnounced();
            case "ended" -> new EndedAtUnstatedDate();
            default -> throw new IllegalArgumentException(text);
        };
    }
}
