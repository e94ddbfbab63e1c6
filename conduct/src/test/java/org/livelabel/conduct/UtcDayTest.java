package org.livelabel.conduct;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class UtcDayTest {
    private static final LocalDate DAY = LocalDate.parse("2026-11-24");

    @ParameterizedTest
    @CsvSource({
        "2026-11-23T23:59:59.999999999Z, 2026-11-23",
        "2026-11-24T00:00:00Z, 2026-11-24",
        "2026-11-24T23:59:59.999Z, 2026-11-24"
    })
    void aDayBeginsAtMidnightUtc(Instant moment, LocalDate day) {
        assertThat(UtcDay.of(moment)).isEqualTo(day);
    }

    @Test
    void theFirstMomentAfterADayIsOfTheNext() {
        Instant end = UtcDay.end(DAY);

        assertThat(end).isEqualTo("2026-11-25T00:00:00Z");
        assertThat(UtcDay.of(end)).isEqualTo(DAY.plusDays(1));
        assertThat(UtcDay.of(end.minusNanos(1))).isEqualTo(DAY);
    }

    @ParameterizedTest
    @CsvSource({
        "2026-11-24T12:00:00Z, 60",
        "2026-11-24T23:59:00Z, 60",
        "2026-11-24T23:59:29.5Z, 30",
        "2026-11-24T23:59:59.9Z, 0",
        "2026-11-25T00:00:07Z, 0"
    })
    void whatIsMadeForADayIsNotFreshPastItsEnd(Instant now, int seconds) {
        assertThat(UtcDay.cacheControl(DAY, now)).isEqualTo("public, max-age=" + seconds);
    }
}
