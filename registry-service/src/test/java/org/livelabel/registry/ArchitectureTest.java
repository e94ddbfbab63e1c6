package org.livelabel.registry;

import org.junit.jupiter.api.Test;
import org.livelabel.gates.Architecture;

class ArchitectureTest {
    @Test
    void theServiceKeepsTheRules() {
        Architecture.check("org.livelabel.registry");
    }

    @Test
    void onlyTheFramePublishes() {
        Architecture.checkOnlyCaller(
                "org.livelabel.registry",
                "org.livelabel.registry.log.PublicationLog",
                "append",
                "org.livelabel.registry.publishing");
    }
}
