package org.livelabel.label;

import org.junit.jupiter.api.Test;
import org.livelabel.gates.Architecture;

class ArchitectureTest {
    @Test
    void keepsTheRulesOfTheHouse() {
        Architecture.check("org.livelabel.label");
    }
}
