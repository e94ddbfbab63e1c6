package org.livelabel.web.organisation;

import org.jspecify.annotations.Nullable;
import org.livelabel.web.registry.OwnProduct;
import org.livelabel.web.wording.CategoryIcon;
import org.livelabel.web.wording.Chip;
import org.livelabel.web.wording.Dates;
import org.livelabel.web.wording.Tone;

/**
 * A product as its organisation works on it.
 *
 * @param labelCode null if it cannot be read
 * @param page its public page; null while nothing is public
 * @param label its live label; null while nothing is public
 */
record OwnProductRow(
        String name,
        @Nullable String reference,
        @Nullable String labelCode,
        String icon,
        Chip chip,
        @Nullable String edited,
        @Nullable String page,
        @Nullable String label) {

    /** @param labels where browsers reach label-service */
    static OwnProductRow of(OwnProduct product, String labels) {
        String name = product.name();
        return new OwnProductRow(
                name == null ? "No name yet" : name,
                product.productRef(),
                product.labelCode(),
                CategoryIcon.of(product.category() == null ? "other" : product.category()),
                chip(product),
                product.draft() == null || product.draft().updatedAt() == null
                        ? null
                        : Dates.day(product.draft().updatedAt()),
                product.published() && product.id() != null ? "/products/" + product.id() : null,
                product.published() && product.labelCode() != null ? labels + "/l/" + product.labelCode() : null);
    }

    private static Chip chip(OwnProduct product) {
        if (product.withdrawn()) {
            return new Chip(Tone.INFO, "package-minus", "Taken off sale");
        }
        if (!product.published()) {
            return new Chip(Tone.UNK, "file-pen", "Draft, not public");
        }
        return product.changesPending()
                ? new Chip(Tone.WARN, "pen-line", "Public, with changes to publish")
                : new Chip(Tone.OK, "circle-check", "Public");
    }
}
