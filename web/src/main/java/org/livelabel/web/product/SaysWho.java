package org.livelabel.web.product;

import java.net.URI;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.livelabel.web.registry.Product;
import org.livelabel.web.wording.Address;
import org.livelabel.web.wording.Dates;

/**
 * Who says when support ends, and on what basis.
 *
 * @param who the sentence's subject
 * @param promise how this statement follows the one before; null where nothing was stated
 */
record SaysWho(
        String who,
        @Nullable String basis,
        @Nullable String assertedOn,
        @Nullable String publishedOn,
        @Nullable String promise,
        List<Source> sources) {

    static SaysWho of(Product product) {
        Product.Support support = product.support();
        Product.Provenance provenance = support.provenance();
        return new SaysWho(
                product.publisher().name(),
                provenance == null || provenance.basis() == null
                        ? null
                        : basis(provenance.basis(), product.fromMaker()),
                provenance == null || provenance.assertedOn() == null ? null : Dates.day(provenance.assertedOn()),
                support.publishedAt() == null ? null : Dates.day(support.publishedAt()),
                promise(product),
                provenance == null
                        ? List.of()
                        : provenance.evidence().stream()
                                .map(Source::of)
                                .flatMap(Optional::stream)
                                .toList());
    }

    /** @param link null where the address may not be linked */
    record Source(String words, @Nullable String link) {
        static Optional<Source> of(Product.Evidence evidence) {
            String title = evidence.title();
            URI page = Address.linkable(evidence.url());
            String where = page == null ? evidence.url() : page.getHost();
            if (title == null || where == null) {
                String words = title == null ? where : title;
                return Optional.ofNullable(words).map(w -> new Source(w, page == null ? null : page.toString()));
            }
            return Optional.of(new Source(title + " (" + where + ")", page == null ? null : page.toString()));
        }
    }

    private static @Nullable String basis(String basis, boolean fromMaker) {
        return switch (basis) {
            case "statement" -> fromMaker ? "The maker’s word" : "Its own word";
            case "document" -> "A document";
            case "test" -> "A lab test";
            case "measurement" -> "A measurement";
            default -> null;
        };
    }

    private static @Nullable String promise(Product product) {
        Integer version = product.support().version();
        String change = product.support().change();
        if (version == null || change == null) {
            return null;
        }
        String entry = product.fromMaker() ? "promise" : "record";
        return switch (change) {
            case "first" -> "The first " + entry;
            case "extended" -> "Number " + version + ": not shorter than the one before";
            case "shortened" -> "Number " + version + ": shorter than the one before";
            case "corrected" -> "Number " + version + ": a correction of the one before";
            default -> "Number " + version;
        };
    }
}
