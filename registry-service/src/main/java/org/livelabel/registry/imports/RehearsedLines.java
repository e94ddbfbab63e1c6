package org.livelabel.registry.imports;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.livelabel.conduct.problem.Problem;
import org.livelabel.registry.imports.LineWork.Line;
import org.livelabel.registry.problem.ProblemType;

/** Which line of a file, tried without effect, took which GTIN for which product, and which line spoke of a product last. */
final class RehearsedLines {
    private final Map<String, By> byGtin;
    private final Map<String, Long> byRef;
    private final Set<String> changedRefs = new TreeSet<>();

    /** The maps are kept up here. */
    RehearsedLines(Map<String, By> byGtin, Map<String, Long> byRef) {
        this.byGtin = byGtin;
        this.byRef = byRef;
    }

    /** @throws io.quarkiverse.resteasy.problem.HttpProblem 409 if a line before it takes one of its numbers for another product */
    void requireUntaken(Line line) {
        List<String> gtins = line.read().gtins();
        for (int i = 0; i < gtins.size(); i++) {
            By before = byGtin.get(gtins.get(i));
            if (before != null && !before.productRef().equals(line.read().productRef())) {
                throw Problem.at(
                        ProblemType.GTIN_TAKEN,
                        "/gtins/" + i,
                        gtins.get(i) + " is taken by line " + before.line() + " of this file, for product_ref "
                                + before.productRef() + "; leave it in one of them");
            }
        }
    }

    /** @return the line before it that spoke of the same product; null if there is none */
    @Nullable Long add(Line line) {
        String productRef = line.read().productRef();
        long number = line.row().lineNo;
        changedRefs.add(productRef);
        if (line.read().saysGtins()) {
            // one that it no longer names is free for the lines after it
            byGtin.values().removeIf(by -> by.productRef().equals(productRef));
            line.read().gtins().forEach(gtin -> byGtin.put(gtin, new By(productRef, number)));
        }
        return byRef.put(productRef, number);
    }

    Set<String> changedRefs() {
        return changedRefs;
    }

    long lineOf(String productRef) {
        return byRef.getOrDefault(productRef, 0L);
    }

    List<Map.Entry<String, By>> takenBy(String productRef) {
        return byGtin.entrySet().stream()
                .filter(taken -> taken.getValue().productRef().equals(productRef))
                .toList();
    }

    record By(String productRef, long line) {}
}
