package org.livelabel.registry.support;

import static org.assertj.core.api.Assertions.assertThat;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The specification's three mandatory tests (section 7.1). */
class OpenEoxCoreTest {
    @ParameterizedTest
    @CsvSource(nullValues = "-", textBlock = """
        # end of life,              end of security support,    end of sales,          general availability,   failed
        tba,                        2031-06-30T23:59:59Z,       2029-01-31T23:59:59Z,  2025-03-03T00:00:00Z,   -
        tba,                        tba,                        -,                     -,                      -
        2031-06-30T23:59:59Z,       2031-06-30T23:59:59Z,       -,                     -,                      -
        2031-06-30T23:59:59Z,       2031-06-30T23:59:59-00:30,  -,                     -,                      7.1.1
        2031-06-30T23:59:59+02:00,  2031-06-30T22:00:00Z,       -,                     -,                      7.1.1
        2031-06-30T23:59:59+02:00,  2031-06-30T21:59:59Z,       -,                     -,                      -
        2030-01-01T00:00:00Z,       tba,                        2031-01-01T00:00:00Z,  -,                      7.1.1
        2030-01-01T00:00:00Z,       tba,                        -,                     2031-01-01T00:00:00Z,   7.1.1
        tba,                        2031-06-30T23:59:59Z,       -,                     tba,                    -
        tba,                        2031-06-30T23:59:59Z,       -,                     2031-07-01T00:00:00Z,   7.1.3
        tba,                        tba,                        2024-12-31T23:59:59Z,  2025-03-03T00:00:00Z,   7.1.3
        tba,                        2031-06-30t23:59:59Z,       -,                     -,                      7.1.2
        tba,                        2031-06-30T23:59:59z,       -,                     -,                      7.1.2
        tba,                        2031-06-30 23:59:59Z,       -,                     -,                      7.1.2
        tba,                        2031-06-30T23:59:60Z,       -,                     -,                      7.1.2
        tba,                        2031-06-30T23:59:59,        -,                     -,                      7.1.2
        tba,                        2031-02-30T23:59:59Z,       -,                     -,                      7.1.2
        tba,                        2031-06-30,                 -,                     -,                      7.1.2
        TBA,                        2031-06-30T23:59:59Z,       -,                     -,                      7.1.2
        tba,                        2031-06-30T23:59:59.5Z,     -,                     -,                      -
        """)
    void eachTestFindsWhatItIsThereFor(
            String endOfLife,
            String endOfSecuritySupport,
            @Nullable String endOfSales,
            @Nullable String generalAvailability,
            @Nullable String failed) {
        OpenEoxCore core = new OpenEoxCore(
                OpenEoxCore.SCHEMA,
                endOfLife,
                endOfSecuritySupport,
                "2026-11-22T08:00:00Z",
                endOfSales,
                generalAvailability);

        if (failed == null) {
            assertThat(core.failedTests()).isEmpty();
        } else {
            assertThat(core.failedTests()).isNotEmpty().allSatisfy(test -> assertThat(test)
                    .startsWith("7.1."));
            assertThat(core.failedTests()).anySatisfy(test -> assertThat(test).startsWith(failed));
        }
    }
}
