package org.livelabel.registry.statistics;

import java.time.LocalDate;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * Figures over the listed products of a category. Every figure says of how many products it speaks; silence is in no
 * numerator and in no denominator.
 *
 * @param on the UTC day
 * @param products listed in the category
 * @param least of fewer products than this no median and no share is made
 */
@Schema(name = "CategoryStatistics")
record CategoryStatistics(
        String category,
        LocalDate on,
        long products,
        int least,
        SupportLength securitySupport,

        @Schema(description = "Of the products with a stated end: on how many is it still to come, or today")
        Share supported,

        @Schema(description = "By data type: of the products that say what they collect, how many collect it")
        Map<String, Share> collects,

        @Schema(description = "Of the products that say whether data is shared: how many share")
        Share shared,

        @Schema(description = "Of the products that say whether data is sold: how many sell")
        Share sold,

        @Schema(description = "Of the products that say whether they work offline: how many do, fully")
        Share worksOffline,

        @Schema(description = "The same: how many do, partly or fully")
        Share worksOfflineAtLeastPartly) {

    /** Fewer are an anecdote. */
    static final int LEAST = 5;

    /**
     * Whole months of security updates: to a fixed end from general availability, or from first publication where no
     * availability is stated; of a period from purchase its length; none promised is 0.
     *
     * @param stated products that a length can be told of
     * @param notStated products with another kind of commitment, or with none
     */
    @Schema(name = "SupportLength")
    record SupportLength(
            long stated,
            long notStated,
            long fromGeneralAvailability,
            long fromFirstPublication,
            long fromPurchase,
            long nonePromised,
            @Nullable Integer lowerQuartileMonths,
            @Nullable Integer medianMonths,
            @Nullable Integer upperQuartileMonths) {}

    /** @param share numerator by denominator with three decimals; absent when too few say anything */
    @Schema(name = "Share")
    record Share(long numerator, long denominator, @Nullable Double share) {
        static Share of(long numerator, long denominator) {
            return new Share(
                    numerator,
                    denominator,
                    denominator < LEAST ? null : Math.round(1000.0 * numerator / denominator) / 1000.0);
        }
    }
}
