package org.livelabel.label.label;

import java.time.LocalDate;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.livelabel.label.projection.ProductRecord;
import org.livelabel.label.words.Dates;
import org.livelabel.label.words.Words;
import org.livelabel.support.SupportCommitment;
import org.livelabel.support.SupportStatus;

/**
 * One product on one day, and what every part of its label needs to know about it.
 *
 * @param commitment null if nothing is stated
 */
record LabelContext(
        ProductRecord product,
        LocalDate today,
        @Nullable SupportCommitment commitment,
        SupportStatus status,
        Disclosed disclosed,
        Words words,
        Dates dates) {

    static LabelContext of(ProductRecord product, LocalDate today, Words words) {
        SupportCommitment commitment = product.support().isEmpty()
                ? null
                : Commitments.of(product.support().getLast());
        ProductRecord.Disclosure disclosure = product.disclosure();
        return new LabelContext(
                product,
                today,
                commitment,
                SupportStatus.of(commitment, today),
                disclosure == null
                        ? Disclosed.nothing()
                        : new Disclosed(disclosure.document().content()),
                words,
                new Dates(words));
    }

    Optional<ProductRecord.Support> support() {
        return product.support().isEmpty()
                ? Optional.empty()
                : Optional.of(product.support().getLast());
    }

    /** Whether what is said about security updates, or the listing if nothing is said, comes from the maker itself. */
    boolean supportIsFromMaker() {
        return support().map(ProductRecord.Support::byMaker).orElse(isFromMaker());
    }

    /** Whether the maker itself keeps the label. */
    boolean isFromMaker() {
        return product.publisher().id().equals(product.manufacturer().id());
    }

    String maker() {
        return nameOf(product.manufacturer());
    }

    String nameOf(ProductRecord.Party party) {
        return Optional.ofNullable(party.name()).orElse(words.say("name.withheld"));
    }

    String productName() {
        return Optional.ofNullable(product.identity().text("name")).orElse(words.say("name.withheld"));
    }

    /** "camera"; "product" for a category that this version has no word for. */
    String kindOfProduct() {
        String key = "category." + product.category();
        return words.say(words.has(key) ? key : "category.other");
    }

    Optional<Provenance> supportProvenance() {
        return support()
                .map(s -> Provenance.of(
                        s.document().at("provenance"), s.document().at("")));
    }

    /** Where somebody else than the maker copied the support date from. */
    String sourceName() {
        return supportProvenance()
                .flatMap(Provenance::source)
                .map(Provenance.Evidence::name)
                .orElseGet(() ->
                        nameOf(support().map(ProductRecord.Support::publisher).orElse(product.publisher())));
    }

    /** The maker's own commitment before the given one. */
    Optional<ProductRecord.Support> promiseBefore(ProductRecord.Support support) {
        Predicate<ProductRecord.Support> earlier = s -> s.byMaker() && s.version() < support.version();
        return product.support().stream().filter(earlier).reduce((first, second) -> second);
    }

    /** Only the maker's own commitment is a promise, so only its own shortening of one breaks it. */
    boolean breaksPromise(ProductRecord.Support support) {
        return support.byMaker()
                && support.change().equals("shortened")
                && promiseBefore(support).isPresent();
    }
}
