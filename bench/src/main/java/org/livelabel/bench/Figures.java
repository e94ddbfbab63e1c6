package org.livelabel.bench;

import java.util.List;

/**
 * What a load brought.
 *
 * @param perSecond answers
 * @param p50 milliseconds
 * @param p99 milliseconds
 */
record Figures(double perSecond, double p50, double p99) {
    /** @param millis of each answer; is sorted */
    static Figures of(List<Double> millis, double seconds) {
        millis.sort(null);
        return new Figures(
                millis.size() / seconds, millis.get(millis.size() / 2), millis.get(millis.size() * 99 / 100));
    }
}
