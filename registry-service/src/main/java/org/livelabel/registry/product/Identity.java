package org.livelabel.registry.product;

import com.fasterxml.jackson.databind.JsonNode;
import org.jspecify.annotations.Nullable;
import org.livelabel.registry.entry.ProductDescribed;
import org.livelabel.registry.log.Texts;

/** What a product is. */
public record Identity(
        String name, @Nullable String model, @Nullable String brand, String deviceGroup, String category) {
    /** Stands where the law keeps the name from being shown; sorts and searches like any other. */
    public static final String NAME_WITHHELD = "(name withheld)";

    static Identity of(ProductDescribed described, Texts documents) {
        JsonNode document = documents.read(described.document().sha256());
        return new Identity(
                document.path("name").asText(NAME_WITHHELD),
                document.path("model").textValue(),
                document.path("brand").textValue(),
                described.deviceGroup(),
                described.category());
    }
}
