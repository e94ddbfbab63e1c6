package org.livelabel.conduct;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class OneLineTest {
    @Test
    void aMessageCannotBeginALineOfItsOwn() {
        String forged = "no product \r\n2026-11-24 INFO all is well\u2028and here \u0007";

        assertThat(OneLine.escaped(forged))
                .isEqualTo("no product \\u000d\\u000a2026-11-24 INFO all is well\\u2028and here \\u0007");
    }
}
