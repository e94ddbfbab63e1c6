package org.livelabel.registry.support;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkiverse.resteasy.problem.HttpProblem;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.livelabel.registry.entry.Claimant;
import org.livelabel.registry.product.Identity;
import org.livelabel.registry.product.Listing;
import org.livelabel.registry.product.ListingState;
import org.livelabel.registry.product.ProductState;
import org.livelabel.registry.product.Standing;
import org.livelabel.registry.product.StandingState;
import org.livelabel.registry.promise.SupportRecord;
import org.livelabel.registry.promise.SupportTerms;

/** Days that were published before years had a rule. */
class FarYearsTest {
    private final SupportCalendar calendar = new SupportCalendar("registry.test/log", URI.create("https://label.test"));

    @ParameterizedTest
    @ValueSource(strings = {"9999-12-31", "9999-12", "+12345-01-01"})
    void aCalendarSaysThatItCannotSayThem(String end) {
        assertThatThrownBy(() -> calendar.of(product(end, null), "Halden"))
                .isInstanceOfSatisfying(HttpProblem.class, problem -> {
                    assertThat(problem.getStatusCode()).isEqualTo(409);
                    assertThat(problem.getDetail()).contains("in no year that a calendar would show");
                });
    }

    @Test
    void aCalendarLeavesOutAMilestoneThatItCannotSay() {
        String text = new String(calendar.of(product("2031-06-30", "9999-12-31"), "Halden"), StandardCharsets.UTF_8);

        assertThat(text).contains("DTSTART;VALUE=DATE:20310630").doesNotContain("end-of-sales");
    }

    private static ProductState product(String end, String endOfSales) {
        UUID maker = UUID.randomUUID();
        SupportTerms terms = new SupportTerms("fixed_date", end, null, null, endOfSales, null, null, null);
        return new ProductState(
                UUID.randomUUID(),
                "H4QX7T2MK",
                new Identity("View 2", null, null, "connected_home", "camera"),
                List.of(),
                maker,
                maker,
                new Listing(
                        ListingState.LISTED, Instant.EPOCH, null, null, new Standing(StandingState.GOOD, null, null)),
                new SupportRecord(
                        1,
                        1,
                        "first",
                        null,
                        terms,
                        null,
                        Claimant.MANUFACTURER,
                        maker,
                        Instant.EPOCH,
                        LocalDate.EPOCH,
                        ""),
                null,
                Instant.EPOCH,
                1);
    }
}
