package org.livelabel.conduct;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.buffer.Buffer;
import java.io.InputStream;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BodyFileTest {
    @TempDir
    Path folder;

    @Test
    void whatWasReceivedIsReadFromItsBeginning() throws Exception {
        BodyFile file = new BodyFile(folder, () -> {});
        file.append(Buffer.buffer("abc"));
        file.append(Buffer.buffer("def"));

        try (InputStream body = file.read().orElseThrow()) {
            assertThat(body).hasContent("abcdef");
        }
        assertThat(file.closeUnlessRead()).isFalse();
    }

    @Test
    void ofWhomHasGoneNothingIsReadAndNothingFails() throws Exception {
        BodyFile file = new BodyFile(folder, () -> {});
        file.append(Buffer.buffer("abc"));

        file.closeUnlessRead();

        assertThat(file.read()).isEmpty();
    }
}
