package org.livelabel.web.product;

import java.net.URI;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.livelabel.web.registry.Product;
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
                provenance == null ? null : basis(provenance.basis(), product.fromMaker()),
                provenance == null || provenance.assertedOn() == null ? null : Dates.day(provenance.assertedOn()),
                support.publishedAt() == null ? null : Dates.day(support.publishedAt()),
                promise(product),
                provenance == null || provenance.evidence() == null
                        ? List.of()
                        : provenance.evidence().stream().map(Source::of).toList());
    }

    /** @param link null where the address may not be linked */
    record Source(String words, @Nullable String link) {
        static Source of(Product.Evidence evidence) {
            URI url = evidence.url();
            String host = url.getHost() == null ? url.toString() : url.getHost();
            boolean safe = "https".equals(url.getScheme());
            String title = evidence.title();
            return new Source(title == null ? host : title + " (" + host + ")", safe ? url.toString() : null);
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
