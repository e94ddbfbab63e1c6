package org.livelabel.support;

import java.util.Locale;

/** The wire names of the commitments, in lower case. */
public enum SupportKind {
    FIXED_DATE,
    PERIOD_FROM_PURCHASE,
    NOTICE_BEFORE_END,
    NONE_PROMISED,
    NO_END_ANNOUNCED,
    ENDED_AT_UNSTATED_DATE;

    public String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static SupportKind fromWireName(String name) {
        return valueOf(name.toUpperCase(Locale.ROOT));
    }
}
