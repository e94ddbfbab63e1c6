package org.livelabel.registry.text;

import com.github.difflib.algorithm.Change;
import com.github.difflib.algorithm.DiffAlgorithmListener;
import com.github.difflib.algorithm.myers.MyersDiff;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * How much work a comparison may still cost. Myers' algorithm takes as many nodes in its d-th round as it has made
 * edits, so texts with little in common cost the square of their length; the listener is the place to stop it.
 */
final class Effort {
    /** More items than this are not compared: a list of them alone would be too large. */
    static final int MOST_ITEMS = 200_000;

    private long nodesLeft;

    Effort(long nodes) {
        nodesLeft = nodes;
    }

    /** The differences, in order; empty if finding them would cost more than is left. */
    Optional<List<Change>> changes(List<String> from, List<String> to) {
        if (from.size() > MOST_ITEMS || to.size() > MOST_ITEMS) {
            return Optional.empty();
        }
        Map<String, Integer> numbers = new HashMap<>();
        try {
            List<Change> changes = new ArrayList<>(
                    new MyersDiff<Integer>().computeDiff(numbered(from, numbers), numbered(to, numbers), new Meter()));
            // the library walks back from the end
            changes.sort(Comparator.comparingInt((Change change) -> change.startOriginal)
                    .thenComparingInt(change -> change.startRevised));
            return Optional.of(changes);
        } catch (SpentException e) {
            return Optional.empty();
        }
    }

    private static List<Integer> numbered(List<String> items, Map<String, Integer> numbers) {
        List<Integer> result = new ArrayList<>(items.size());
        for (String item : items) {
            Integer next = numbers.size();
            Integer known = numbers.putIfAbsent(item, next);
            result.add(known == null ? next : known);
        }
        return result;
    }

    private final class Meter implements DiffAlgorithmListener {
        @Override
        public void diffStart() {}

        @Override
        public void diffStep(int round, int most) {
            if (nodesLeft < round) {
                throw new SpentException();
            }
            nodesLeft -= round;
        }

        @Override
        public void diffEnd() {}
    }

    private static final class SpentException extends RuntimeException {
        private static final long serialVersionUID = 1L;

        SpentException() {
            super(null, null, false, false);
        }
    }
}
