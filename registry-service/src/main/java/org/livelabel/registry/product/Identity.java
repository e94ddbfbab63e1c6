package org.livelabel.registry.product;

import org.jspecify.annotations.Nullable;

/** What a product is. */
public record Identity(
        String name, @Nullable String model, @Nullable String brand, String deviceGroup, String category) {}
