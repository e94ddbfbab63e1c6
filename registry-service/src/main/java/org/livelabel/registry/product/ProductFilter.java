package org.livelabel.registry.product;

import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** @param words each must stand in the name, the model, the brand or the manufacturer's name */
record ProductFilter(
        @Nullable String words,
        @Nullable String category,
        @Nullable UUID manufacturer,
        @Nullable UUID publisher) {

    List<@Nullable String> values() {
        return Arrays.asList(words, category, text(manufacturer), text(publisher));
    }

    private static @Nullable String text(@Nullable UUID id) {
        return id == null ? null : id.toString();
    }
}
