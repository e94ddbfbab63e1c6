package org.livelabel.conduct;

import org.junit.jupiter.api.Test;
import org.livelabel.gates.Architecture;

class ArchitectureTest {
    @Test
    void theRulesOfEveryServiceHold() {
        Architecture.check("org.livelabel.conduct");
    }
}
