package org.livelabel.registry.firmware;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FirmwareStateTest {
    @ParameterizedTest
    @CsvSource({
        "RELEASED, RELEASED, false",
        "RELEASED, WITHDRAWN, true",
        "WITHDRAWN, RELEASED, false",
        "WITHDRAWN, WITHDRAWN, false"
    })
    void aReleaseIsTakenBackOnce(FirmwareState from, FirmwareState to, boolean allowed) {
        assertThat(from.mayBecome(to)).isEqualTo(allowed);
    }
}
