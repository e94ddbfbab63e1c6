package org.livelabel.label.label;

import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.livelabel.label.projection.ProductRecord;
import org.livelabel.support.SupportCommitment;
import org.livelabel.support.SupportEnd;

/** From a line of the ledger to the commitment it states. */
final class Commitments {
    private Commitments() {}

    /** Null if the line says nothing about security updates, or something that this version does not know. */
    static @Nullable SupportCommitment of(ProductRecord.Support support) {
        return switch (support.kind()) {
            case "fixed_date" ->
                new SupportCommitment.FixedDate(
                        SupportEnd.parse(Objects.requireNonNull(support.endOfSecuritySupport())));
            case "period_from_purchase" ->
                new SupportCommitment.PeriodFromPurchase(Objects.requireNonNull(support.months()));
            case "notice_before_end" -> new SupportCommitment.NoticeBeforeEnd(Objects.requireNonNull(support.months()));
            case "none_promised" -> new SupportCommitment.NonePromised();
            case "no_end_announced" -> new SupportCommitment.NoEndAnnounced();
            case "ended_at_unstated_date" -> new SupportCommitment.EndedAtUnstatedDate();
            default -> null;
        };
    }
}
