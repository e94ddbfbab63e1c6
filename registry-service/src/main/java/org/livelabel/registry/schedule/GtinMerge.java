package org.livelabel.registry.schedule;

import java.util.List;
import java.util.stream.Stream;

/** Three ways: what somebody changed about the GTINs they saw is done to those that are public by now. */
final class GtinMerge {
    private GtinMerge() {}

    /**
     * @param seen what was public when they looked
     * @param wanted what they asked for then
     * @param now what is public now
     * @return in the order asked for; those that came from elsewhere meanwhile stand last
     */
    static List<String> of(List<String> seen, List<String> wanted, List<String> now) {
        // one that they saw and that is gone was taken away from outside: they did not ask for it back
        Stream<String> kept = wanted.stream().filter(gtin -> !seen.contains(gtin) || now.contains(gtin));
        // one that they did not see was given from outside: they did not ask to lose it
        Stream<String> given = now.stream().filter(gtin -> !seen.contains(gtin) && !wanted.contains(gtin));
        return Stream.concat(kept, given).toList();
    }
}
