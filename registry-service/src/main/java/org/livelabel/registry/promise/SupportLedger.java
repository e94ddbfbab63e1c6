package org.livelabel.registry.promise;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.livelabel.registry.entry.Claimant;
import org.livelabel.registry.entry.SupportCommitted;
import org.livelabel.registry.log.Documents;
import org.livelabel.registry.log.Publication;

/**
 * Everything that was ever said about a product's support, oldest first. Read from the log each time, so it cannot differ
 * from it.
 *
 * @param brokenBy by the version of a promise: the version that took something of it back. Set once; what was promised
 *     afterwards does not mend it
 */
public record SupportLedger(List<SupportRecord> records, Map<Integer, Integer> brokenBy) {
    public static SupportLedger of(List<Publication> history, Documents documents) {
        List<SupportRecord> records = new ArrayList<>();
        for (Publication publication : history) {
            if (publication.entry() instanceof SupportCommitted support) {
                records.add(SupportRecord.of(publication, support, documents));
            }
        }
        return new SupportLedger(List.copyOf(records), brokenBy(records));
    }

    /** Only the maker's own word is a promise. A shortening breaks each earlier promise that it does not cover. */
    private static Map<Integer, Integer> brokenBy(List<SupportRecord> records) {
        Map<Integer, Integer> brokenBy = new HashMap<>();
        for (int i = 0; i < records.size(); i++) {
            SupportRecord breaking = records.get(i);
            if (!breaking.change().equals(SupportCommitted.SHORTENED)) {
                continue;
            }
            for (SupportRecord promise : records.subList(0, i)) {
                boolean takenBack = promise.claimant() == Claimant.MANUFACTURER
                        && breaking.terms().shortens(promise.terms(), breaking.effectiveOn());
                if (takenBack) {
                    brokenBy.putIfAbsent(promise.version(), breaking.version());
                }
            }
        }
        return Map.copyOf(brokenBy);
    }
}
