package org.livelabel.web.product;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.livelabel.conduct.UtcDay;
import org.livelabel.web.registry.Product;
import org.livelabel.web.registry.SupportLedger;
import org.livelabel.web.wording.Dates;
import org.livelabel.web.wording.Promised;

/**
 * A promise that the maker took back, beside what it put in its place. It stays for good, whatever is promised later.
 *
 * @param promised what does not hold any more
 * @param reason in the maker's words
 */
record BrokenPromise(
        String text,
        List<Earlier> promised,
        String instead,
        @Nullable String reason) {

    /** @param said on which day, ready to stand behind the words; empty if that is not known */
    record Earlier(String words, String said) {}

    /** Oldest first. */
    static List<BrokenPromise> of(SupportLedger ledger) {
        SupportLedger.Entry last =
                ledger.entries().isEmpty() ? null : ledger.entries().getLast();
        return ledger.shortenings().stream()
                .map(shortening -> of(shortening, ledger, shortening.equals(last)))
                .toList();
    }

    private static BrokenPromise of(SupportLedger.Entry shortening, SupportLedger ledger, boolean stands) {
        Product.Support terms = shortening.terms();
        return new BrokenPromise(
                "The maker took something back" + on(terms) + "."
                        + (terms.errorCorrected() ? " It says that the earlier promise was a mistake." : "")
                        + (stands ? "" : " What it promised later does not undo that."),
                ledger.brokenBy(shortening).stream()
                        .map(promise -> new Earlier(Promised.words(promise), said(promise)))
                        .toList(),
                Promised.words(terms),
                Reason.inEnglish(terms.reason()));
    }

    private static String said(Product.Support promise) {
        return promise.publishedAt() == null ? "" : ", said" + on(promise);
    }

    private static String on(Product.Support terms) {
        return terms.publishedAt() == null ? "" : " on " + Dates.day(UtcDay.of(terms.publishedAt()));
    }
}
