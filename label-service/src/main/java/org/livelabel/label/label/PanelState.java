package org.livelabel.label.label;

import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import org.livelabel.support.SupportStatus;

/**
 * What the panel at the top of a label can say. Of several that hold at once the first in this order takes the panel, each
 * other one becomes a line in it: what asks for action comes before what only explains.
 */
enum PanelState {
    REVOKED("bad", "break"),
    SUSPENDED("warn", "pause"),
    ENDED("bad", "shield-x"),
    ENDED_AT_UNSTATED_DATE("bad", "shield-x"),
    NONE_PROMISED("bad", "shield-off"),
    ENDING("warn", "hourglass"),
    ORPHANED("warn", "box"),
    NOT_STATED("unk", "shield-q"),
    IMPORTED("info", "import"),
    DEPENDS_ON_PURCHASE("info", "receipt"),
    UNTIL_NOTICE("info", "shield-go"),
    NO_END_ANNOUNCED("info", "shield-go"),
    WITHDRAWN("info", "box"),
    SUPPORTED("ok", "shield");

    private final String tone;
    private final String icon;

    PanelState(String tone, String icon) {
        this.tone = tone;
        this.icon = icon;
    }

    /** Whether it is about the label itself, so that what the label says cannot be its heading. */
    boolean overrulesTheLabel() {
        return this == REVOKED || this == SUSPENDED || this == ORPHANED;
    }

    String tone() {
        return tone;
    }

    String icon() {
        return icon;
    }

    String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }

    /**
     * Everything that holds, the one for the panel first.
     *
     * @param listing as the registry names it; listed and superseded leave the panel to the status
     * @param standing as the registry names it
     */
    static Set<PanelState> holding(SupportStatus status, boolean fromMaker, String listing, String standing) {
        EnumSet<PanelState> holding = EnumSet.of(valueOf(status.name()));
        if (!fromMaker) {
            holding.add(IMPORTED);
        }
        for (PanelState state : EnumSet.of(WITHDRAWN, ORPHANED, SUSPENDED, REVOKED)) {
            if (state.wireName().equals(listing) || state.wireName().equals(standing)) {
                holding.add(state);
            }
        }
        return holding;
    }
}
