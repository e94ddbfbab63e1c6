package org.livelabel.support;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** The days on which a unit can have been bought, first and last included. */
public record PurchaseDays(LocalDate first, LocalDate last) {
    private static final LocalDate LONG_AGO = LocalDate.of(1900, 1, 1);
    private static final LocalDate FAR_AHEAD = LocalDate.of(9000, 12, 31);

    /** An unknown start or end of sales leaves that side open. */
    public static PurchaseDays between(@Nullable LocalDate generalAvailability, @Nullable LocalDate endOfSales) {
        return new PurchaseDays(
                generalAvailability == null ? LONG_AGO : generalAvailability,
                endOfSales == null ? FAR_AHEAD : endOfSales);
    }
}
