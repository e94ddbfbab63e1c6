package org.livelabel.web.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import org.junit.jupiter.api.Test;

class HandleTest {
    private static final byte[] SECRET = "a token".getBytes(StandardCharsets.UTF_8);

    @Test
    void whatWasSealedOpensWithTheHandleFromTheCookie() {
        Handle handle = Handle.draw(new SecureRandom());

        byte[] kept = handle.seal(SECRET);

        assertThat(Handle.read(handle.cookieValue()).open(kept)).isEqualTo(SECRET);
        assertThat(Handle.read(handle.cookieValue()).hash()).isEqualTo(handle.hash());
    }

    @Test
    void noOtherHandleOpensIt() {
        byte[] kept = Handle.draw(new SecureRandom()).seal(SECRET);

        assertThatThrownBy(() -> Handle.draw(new SecureRandom()).open(kept)).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void aShorterOrLongerTextIsNoHandle() {
        assertThatThrownBy(() -> Handle.read("AAAA")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Handle.read("A".repeat(64))).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Handle.read("not base64!")).isInstanceOf(IllegalArgumentException.class);
    }
}
