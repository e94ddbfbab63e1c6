package org.livelabel.support;

import java.time.LocalDate;

/**
 * Until when a product gets security updates, in the words a maker may choose from. What is not stated is the absence of
 * a commitment, never a kind of its own.
 */
public sealed interface SupportCommitment {
    /** Updates until the end of a stated day. */
    record FixedDate(SupportEnd end) implements SupportCommitment {}

    /** Updates for so many months, counted for each unit from the day it was bought. */
    record PeriodFromPurchase(int months) implements SupportCommitment {
        public PeriodFromPurchase {
            requirePositive(months);
        }
    }

    /** Updates until the maker says otherwise, which it will do so many months ahead. */
    record NoticeBeforeEnd(int months) implements SupportCommitment {
        public NoticeBeforeEnd {
            requirePositive(months);
        }
    }

    /** The maker says that there are none. */
    record NonePromised() implements SupportCommitment {}

    /** Updates come today; nothing is said of their end, nor that it would be announced ahead. */
    record NoEndAnnounced() implements SupportCommitment {}

    /** Updates have ended, on a day that nobody stated. */
    record EndedAtUnstatedDate() implements SupportCommitment {}

    default SupportKind kind() {
        return switch (this) {
            case FixedDate f -> SupportKind.FIXED_DATE;
            case PeriodFromPurchase p -> SupportKind.PERIOD_FROM_PURCHASE;
            case NoticeBeforeEnd n -> SupportKind.NOTICE_BEFORE_END;
            case NonePromised n -> SupportKind.NONE_PROMISED;
            case NoEndAnnounced n -> SupportKind.NO_END_ANNOUNCED;
            case EndedAtUnstatedDate e -> SupportKind.ENDED_AT_UNSTATED_DATE;
        };
    }

    /**
     * Whether putting this commitment in the place of {@code old} takes something away: it does unless, for every day of
     * purchase, it covers every day that the old one covered.
     *
     * @param effectiveOn the day on which the change takes effect
     */
    default boolean shortens(SupportCommitment old, LocalDate effectiveOn, PurchaseDays purchases) {
        // coverage grows at most with the day of purchase, by whole months: the two ends decide
        return lastDayFor(purchases.first(), effectiveOn).isBefore(old.lastDayFor(purchases.first(), effectiveOn))
                || lastDayFor(purchases.last(), effectiveOn).isBefore(old.lastDayFor(purchases.last(), effectiveOn));
    }

    /** The last day that this commitment, standing on {@code asOf}, is sure to cover for a unit bought on that day. */
    private LocalDate lastDayFor(LocalDate purchasedOn, LocalDate asOf) {
        return switch (this) {
            case FixedDate f -> f.end().lastDay();
            case PeriodFromPurchase p -> purchasedOn.plusMonths(p.months());
            case NoticeBeforeEnd n -> asOf.plusMonths(n.months());
            case NoEndAnnounced n -> asOf;
            case NonePromised n -> LocalDate.MIN;
            case EndedAtUnstatedDate e -> LocalDate.MIN;
        };
    }

    private static void requirePositive(int months) {
        if (months < 1 || months > 1200) {
            throw new IllegalArgumentException("months must be between 1 and 1200, not " + months);
        }
    }
}
