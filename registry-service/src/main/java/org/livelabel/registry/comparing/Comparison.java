package org.livelabel.registry.comparing;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * Products side by side.
 *
 * @param on the UTC day for which statuses were computed
 * @param products one for each GTIN, in the order asked
 */
@Schema(name = "Comparison")
record Comparison(LocalDate on, List<Column> products, List<Row> rows) {
    private static final TextNode NOT_STATED = TextNode.valueOf("not_stated");

    /**
     * @param gtin as it was asked
     * @param result found, withdrawn, revoked, or not_listed: nobody has told us about it, so its values are absent
     */
    @Schema(name = "ComparedProduct")
    record Column(
            String gtin,

            @Schema(enumeration = {"found", "withdrawn", "revoked", "not_listed"})
            String result,

            @Nullable UUID id,
            @Nullable String name,
            @Nullable String labelUrl) {}

    /**
     * @param same whether all products that are listed have the same value; silence is a value of its own
     * @param values in the order of the products; null for a product that is not listed
     */
    @Schema(name = "ComparisonRow")
    record Row(
            @Schema(enumeration = {"identity", "support", "disclosure"})
            String section,

            String field,
            boolean same,
            @Schema(implementation = Object[].class) List<@Nullable JsonNode> values) {

        static Row of(String section, String field, List<@Nullable JsonNode> values) {
            return new Row(
                    section,
                    field,
                    values.stream().filter(value -> value != null).distinct().count() <= 1,
                    values);
        }

        boolean saysAnything() {
            return values.stream().anyMatch(value -> value != null && !value.equals(NOT_STATED));
        }
    }
}
