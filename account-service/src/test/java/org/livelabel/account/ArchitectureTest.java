package org.livelabel.account;

import org.junit.jupiter.api.Test;
import org.livelabel.gates.Architecture;

class ArchitectureTest {
    @Test
    void theRulesOfTheHouseHold() {
        Architecture.check("org.livelabel.account");
    }
}
