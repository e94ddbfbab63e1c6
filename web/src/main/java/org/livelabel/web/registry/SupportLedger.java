package org.livelabel.web.registry;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.livelabel.web.service.Received;

/** Everything that was ever said about a product's support, oldest first; nothing is ever taken out. */
public record SupportLedger(List<Entry> entries) {

    static SupportLedger of(Received ledger) {
        ledger.expects("ledger");
        return new SupportLedger(
                ledger.parts("ledger", "ledger").stream().map(Entry::of).toList());
    }

    /** The maker's own shortenings, oldest first. */
    public List<Entry> shortenings() {
        return entries.stream().filter(Entry::shortens).toList();
    }

    /** The promises that this one took something back of, oldest first. */
    public List<Product.Support> brokenBy(Entry shortening) {
        Integer version = shortening.terms().version();
        return entries.stream()
                .filter(entry -> version != null && version.equals(entry.brokenByVersion()))
                .map(Entry::terms)
                .toList();
    }

    /**
     * @param claimant {@code manufacturer}, or {@code registry} where somebody else wrote it down
     * @param brokenByVersion the version that took something of it back
     */
    public record Entry(
            Product.Support terms,
            @Nullable String claimant,
            @Nullable Integer brokenByVersion,
            List<Integer> breaksVersions) {
        static Entry of(Received entry) {
            entry.expects("terms");
            Received terms = entry.part("terms");
            return new Entry(
                    Product.Support.of(terms),
                    terms.text("claimant"),
                    entry.count("broken_by_version"),
                    entry.counts("breaks_versions"));
        }

        private boolean shortens() {
            return !breaksVersions.isEmpty() || "shortened".equals(terms.change()) && "manufacturer".equals(claimant);
        }
    }
}
