package org.livelabel.gates.bad.cycle.here;

import org.livelabel.gates.bad.cycle.there.There;

/** Bad on purpose: needs {@link There}, which needs it. */
public class Here {
    public There there = new There();
}
