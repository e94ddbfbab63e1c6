package org.livelabel.registry;

import org.junit.jupiter.api.Test;
import org.livelabel.gates.Architecture;

class ArchitectureTest {
    @Test
    void theServiceKeepsTheRules() {
        Architecture.check("org.livelabel.registry");
    }
}
