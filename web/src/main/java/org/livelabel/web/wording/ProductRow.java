package org.livelabel.web.wording;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.livelabel.web.registry.Product;

/**
 * A product in a list.
 *
 * @param page its own page; null if its id cannot be read
 * @param listedBy who says it, where that is not the maker
 */
public record ProductRow(
        @Nullable String page,
        String name,
        String maker,
        String icon,
        Chip chip,
        String line,
        @Nullable String listedBy) {

    public static ProductRow of(Product product, LocalDate today) {
        SupportState state = SupportState.of(product, today);
        return new ProductRow(
                product.id() == null ? null : "/products/" + product.id(),
                product.name(),
                product.manufacturer().name(),
                CategoryIcon.of(product.category()),
                state.chip(),
                state.line(),
                product.fromMaker() ? null : product.publisher().name());
    }

    public static List<ProductRow> of(List<Product> products, LocalDate today) {
        return products.stream().map(product -> of(product, today)).toList();
    }
}
