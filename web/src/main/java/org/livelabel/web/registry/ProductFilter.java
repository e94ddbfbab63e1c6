package org.livelabel.web.registry;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Which products a list holds, and how many at a time.
 *
 * @param example set for what the first page shows: listed, in good standing, with this answer
 */
public record ProductFilter(
        @Nullable String q,
        @Nullable String category,
        @Nullable UUID manufacturer,
        @Nullable UUID publisher,
        @Nullable Example example,
        int limit) {

    private static final int PAGE = 50;

    /**
     * @param supportStatus one of the registry's
     * @param disclosed only those of which more than the support is known
     */
    public record Example(String supportStatus, boolean disclosed) {
        /** Whether it works without internet is what hardly a disclosure leaves out. */
        @Nullable String worksOffline() {
            return disclosed ? "yes,partly,no" : null;
        }
    }

    public static ProductFilter examples(String supportStatus, boolean disclosed) {
        return new ProductFilter(null, null, null, null, new Example(supportStatus, disclosed), PAGE);
    }

    public static ProductFilter search(@Nullable String q, @Nullable String category) {
        return new ProductFilter(q, category, null, null, null, PAGE);
    }

    public static ProductFilter madeBy(UUID organisation) {
        return new ProductFilter(null, null, organisation, null, null, PAGE);
    }

    public static ProductFilter publishedBy(UUID organisation) {
        return new ProductFilter(null, null, null, organisation, null, PAGE);
    }
}
