package org.livelabel.gates.bad.cycle.there;

import org.livelabel.gates.bad.cycle.here.Here;

public class There {
    public Here here;
}
