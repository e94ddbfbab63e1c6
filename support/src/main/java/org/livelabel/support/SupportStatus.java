package org.livelabel.support;

import java.time.LocalDate;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What holds on one UTC day. Always computed when read; a stored status would be wrong the morning after. */
public enum SupportStatus {
    SUPPORTED,
    /** Supported, with at most {@value #ENDING_DAYS} days to go. */
    ENDING,
    ENDED,
    ENDED_AT_UNSTATED_DATE,
    NO_END_ANNOUNCED,
    DEPENDS_ON_PURCHASE,
    UNTIL_NOTICE,
    NONE_PROMISED,
    NOT_STATED;

    public static final int ENDING_DAYS = 180;

    /**
     * @param commitment null if nothing was ever stated
     * @param today the UTC day; on the end date itself the product is still supported
     */
    public static SupportStatus of(@Nullable SupportCommitment commitment, LocalDate today) {
        return switch (commitment) {
            case null -> NOT_STATED;
            case SupportCommitment.FixedDate fixed -> onDay(fixed.end().lastDay(), today);
            case SupportCommitment.PeriodFromPurchase p -> DEPENDS_ON_PURCHASE;
            case SupportCommitment.NoticeBeforeEnd n -> UNTIL_NOTICE;
            case SupportCommitment.NonePromised n -> NONE_PROMISED;
            case SupportCommitment.NoEndAnnounced n -> NO_END_ANNOUNCED;
            case SupportCommitment.EndedAtUnstatedDate e -> ENDED_AT_UNSTATED_DATE;
        };
    }

    public String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }

    private static SupportStatus onDay(LocalDate lastDay, LocalDate today) {
        if (today.isAfter(lastDay)) {
            return ENDED;
        }
        return today.plusDays(ENDING_DAYS).isBefore(lastDay) ? SUPPORTED : ENDING;
    }
}
