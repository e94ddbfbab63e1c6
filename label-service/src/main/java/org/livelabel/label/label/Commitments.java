package org.livelabel.label.label;

import org.jspecify.annotations.Nullable;
import org.livelabel.label.projection.ProductRecord;
import org.livelabel.support.SupportCommitment;
import org.livelabel.support.SupportEnd;

/** From a line of the ledger to the commitment it states. */
final class Commitments {
    /** In months; what {@link SupportCommitment} takes. */
    private static final int LONGEST = 1_200;

    private Commitments() {}

    /** Null if the line says nothing about security updates, not enough, or something that this version does not know. */
    static @Nullable SupportCommitment of(ProductRecord.Support support) {
        String end = support.endOfSecuritySupport();
        Integer months = support.months();
        return switch (support.kind()) {
            case "fixed_date" -> end == null ? null : new SupportCommitment.FixedDate(SupportEnd.parse(end));
            case "period_from_purchase" ->
                months == null || !isPeriod(months) ? null : new SupportCommitment.PeriodFromPurchase(months);
            case "notice_before_end" ->
                months == null || !isPeriod(months) ? null : new SupportCommitment.NoticeBeforeEnd(months);
            case "none_promised" -> new SupportCommitment.NonePromised();
            case "no_end_announced" -> new SupportCommitment.NoEndAnnounced();
            case "ended_at_unstated_date" -> new SupportCommitment.EndedAtUnstatedDate();
            default -> null;
        };
    }

    private static boolean isPeriod(int months) {
        return months >= 1 && months <= LONGEST;
    }
}
