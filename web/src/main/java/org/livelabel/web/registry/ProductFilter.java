package org.livelabel.web.registry;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Which products a list holds, and how many at a time. */
public record ProductFilter(
        @Nullable String q,
        @Nullable String category,
        @Nullable UUID manufacturer,
        @Nullable UUID publisher,
        int limit) {

    private static final int PAGE = 50;

    public static ProductFilter any(int limit) {
        return new ProductFilter(null, null, null, null, limit);
    }

    public static ProductFilter search(@Nullable String q, @Nullable String category) {
        return new ProductFilter(q, category, null, null, PAGE);
    }

    public static ProductFilter madeBy(UUID organisation) {
        return new ProductFilter(null, null, organisation, null, PAGE);
    }

    public static ProductFilter publishedBy(UUID organisation) {
        return new ProductFilter(null, null, null, organisation, PAGE);
    }
}
