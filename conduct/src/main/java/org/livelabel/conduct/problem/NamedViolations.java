package org.livelabel.conduct.problem;

import java.util.List;

/** How many broken rules one answer names: nonsense by the thousand is not answered with several times as much. */
final class NamedViolations {
    private static final int MOST = 100;

    private NamedViolations() {}

    static <T> List<T> of(List<T> all) {
        return List.copyOf(all.subList(0, Math.min(all.size(), MOST)));
    }

    /** Of how many nothing is said where the first is spelled out; reads on from that, and is empty if there is no other. */
    static String more(int all) {
        if (all == 1) {
            return "";
        }
        return " (and " + (all - 1) + " more" + (all > MOST ? "; the first " + MOST + " are listed)" : ")");
    }
}
