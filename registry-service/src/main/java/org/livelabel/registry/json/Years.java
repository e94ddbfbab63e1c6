package org.livelabel.registry.json;

import java.time.LocalDate;

/** The years that a day may be in, wherever one is written or asked for: others are slips of the hand, or stand for "never". */
public final class Years {
    private static final int FIRST = 1970;
    private static final int LAST = 2199;

    private Years() {}

    public static boolean hold(LocalDate day) {
        return day.getYear() >= FIRST && day.getYear() <= LAST;
    }

    /** What is wrong with a day that they do not hold, to be read after the field's name. */
    public static String flaw(LocalDate day) {
        return "is in the year " + day.getYear() + "; the years here are " + FIRST + " to " + LAST + ", check the year";
    }
}
