package org.livelabel.registry.promise;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.livelabel.support.PurchaseDays;
import org.livelabel.support.SupportCommitment;
import org.livelabel.support.SupportEnd;
import org.livelabel.support.SupportKind;

/**
 * What is said about support, in the form it is written and published.
 *
 * @param kind a {@link SupportKind}'s wire name, or "not_stated"
 * @param endOfSecuritySupport a day or a month; with kind fixed_date
 * @param months with the kinds period_from_purchase and notice_before_end
 * @param endOfSales a day, or "unstated" when it is over and nobody said when
 * @param endOfFeatureUpdates like endOfSales; never security support
 * @param provenance null only where it is withheld
 */
public record SupportTerms(
        String kind,
        @Nullable String endOfSecuritySupport,
        @Nullable Integer months,
        @Nullable LocalDate generalAvailability,
        @Nullable String endOfSales,
        @Nullable String endOfFeatureUpdates,
        @Nullable JsonNode afterEnd,
        @Nullable JsonNode provenance) {

    public static final String NOT_STATED = "not_stated";
    public static final String UNSTATED = "unstated";

    /** Null when nothing is stated. */
    @JsonIgnore
    public @Nullable SupportCommitment commitment() {
        if (kind.equals(NOT_STATED)) {
            return null;
        }
        return switch (SupportKind.fromWireName(kind)) {
            case FIXED_DATE ->
                new SupportCommitment.FixedDate(SupportEnd.parse(Objects.requireNonNull(endOfSecuritySupport)));
            case PERIOD_FROM_PURCHASE -> new SupportCommitment.PeriodFromPurchase(Objects.requireNonNull(months));
            case NOTICE_BEFORE_END -> new SupportCommitment.NoticeBeforeEnd(Objects.requireNonNull(months));
            case NONE_PROMISED -> new SupportCommitment.NonePromised();
            case NO_END_ANNOUNCED -> new SupportCommitment.NoEndAnnounced();
            case ENDED_AT_UNSTATED_DATE -> new SupportCommitment.EndedAtUnstatedDate();
        };
    }

    @JsonIgnore
    public PurchaseDays purchaseDays() {
        LocalDate lastSale = endOfSales == null || endOfSales.equals(UNSTATED) ? null : LocalDate.parse(endOfSales);
        return PurchaseDays.between(generalAvailability, lastSale);
    }

    /** Whether going from {@code before} to these terms takes something away from somebody. */
    public boolean shortens(SupportTerms before, LocalDate effectiveOn) {
        SupportCommitment old = before.commitment();
        if (old == null) {
            return false;
        }
        SupportCommitment changed = commitment();
        if (changed == null) {
            // silence in place of a commitment promises nothing any more
            changed = new SupportCommitment.NonePromised();
        }
        return changed.shortens(old, effectiveOn, purchaseDays());
    }
}
