package org.livelabel.web.wording;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.livelabel.web.registry.Product;

class SupportStateTest {
    private static final LocalDate TODAY = LocalDate.parse("2026-11-21");

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "supported, 2031-06-30, -, Supported, Security updates until 30 June 2031, 4 years and 7 months left.",
                "supported, 2031-06, -, Supported, Security updates until the end of June 2031, left.",
                "ending, 2027-03-14, -, Ending soon, Security updates end on 14 March 2027, 3 months left.",
                "ending, 2027-03, -, Ending soon, Security updates end at the end of March 2027, 4 months left.",
                "ending, 2026-11-21, -, Ending soon, Security updates end on 21 November 2026, Today is the last day.",
                "ended, 2026-03-31, -, Support ended, Security updates ended on 31 March 2026, More than 7 months ago.",
                "ended, 2026-11-20, -, Support ended, Security updates ended on 20 November 2026, 1 day ago.",
                "ended_at_unstated_date, -, -, Support ended, Security updates have ended, on which day",
                "no_end_announced, -, -, No end date, 'Security updates, but no end date', until when",
                "until_notice, -, 12, No end date, Security updates until further notice, 1 year before they stop",
                "depends_on_purchase, -, 36, Counts from purchase, "
                        + "Security updates for 3 years from the day you buy it, Keep the receipt",
                "none_promised, -, -, No updates, This product gets no security updates, stay open",
                "not_stated, -, -, Not stated, We do not know about security updates, Nobody has said",
                "something_new, -, -, Not readable, "
                        + "Something is said about security updates that we cannot show here, live label may show it"
            })
    void everyStatusHasItsWords(String status, String end, Integer months, String chip, String line, String more) {
        SupportState state = SupportState.of(product(status, end, months, "manufacturer", "listed"), TODAY);

        assertThat(state.chip().words()).isEqualTo(chip);
        assertThat(state.line()).isEqualTo(line);
        assertThat(state.more()).contains(more);
    }

    @ParameterizedTest
    @CsvSource({
        "supported, registry, listed, Not from the maker",
        "supported, registry, withdrawn, Not from the maker",
        "no_end_announced, registry, listed, Not from the maker",
        "ending, registry, listed, Ending soon",
        "ended_at_unstated_date, registry, listed, Support ended",
        "not_stated, registry, listed, Not stated",
        "supported, manufacturer, withdrawn, Taken off sale",
        "ended_at_unstated_date, manufacturer, withdrawn, Support ended",
        "not_stated, manufacturer, withdrawn, Not stated",
        "supported, manufacturer, orphaned, Left alone",
        "not_stated, manufacturer, orphaned, Left alone",
        "ending, manufacturer, orphaned, Ending soon",
        "ended_at_unstated_date, manufacturer, orphaned, Support ended",
        "supported, manufacturer, superseded, Supported"
    })
    void theWorstComesFirstThenSilenceThenWhoSaysIt(String status, String claimant, String listing, String chip) {
        String end = status.equals("supported") || status.equals("ending") ? "2027-03-14" : null;

        SupportState state = SupportState.of(product(status, end, null, claimant, listing), TODAY);

        assertThat(state.chip().words()).isEqualTo(chip);
    }

    @Test
    void aSourceThatIsNotTheMakerIsNotCalledTheMaker() {
        SupportState state =
                SupportState.of(product("ended_at_unstated_date", null, null, "registry", "listed"), TODAY);

        assertThat(state.more()).isEqualTo("The source has not said on which day.");
    }

    private static Product product(String status, String end, Integer months, String claimant, String listing) {
        Product.Party maker = new Product.Party(new UUID(0, 1), "Halden Home");
        Instant then = Instant.parse("2026-01-05T10:00:00Z");
        return new Product(
                new UUID(0, 2),
                "H4QX7T2MK",
                "https://labels.example/l/H4QX7T2MK",
                "View 2",
                null,
                null,
                "camera",
                List.of(),
                maker,
                maker,
                claimant,
                new Product.Listing(listing, then, Map.of(), null, null),
                new Product.Support(
                        status, "any", 1, "first", List.of(), end, months, null, null, null, Map.of(), null, then),
                null,
                then,
                7L);
    }
}
