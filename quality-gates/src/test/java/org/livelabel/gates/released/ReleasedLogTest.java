package org.livelabel.gates.released;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReleasedLogTest {
    private static final String DIGEST_OF_X = "2d711642b726b04401627ca9fbac32f5c8530fb1903cc4db02258717921a4881";

    @TempDir
    Path folder;

    @Test
    void chaptersAreAddedAndNothingIsChanged() {
        ReleasedLog log = log();

        assertThatCode(log::verifyNothingWasChanged).doesNotThrowAnyException();
        assertThat(log.entries())
                .extracting(line -> line.json().get("id").asInt())
                .containsExactly(0, 1, 2);
        assertThat(log.chapters()).extracting(ReleasedLog.Chapter::lines).containsExactly(2, 3);
        assertThat(log.blobs().get(DIGEST_OF_X)).isEqualTo(bytes("x"));
    }

    @Test
    void aLineThatWasChangedIsFound() throws IOException {
        ReleasedLog log = log();
        Path entries = folder.resolve("entries.ndjson");
        Files.writeString(entries, Files.readString(entries).replace("{\"id\":1}", "{\"id\": 1}"));

        assertThatThrownBy(log::verifyNothingWasChanged)
                .hasMessageContaining("first 2 lines")
                .hasMessageContaining("one");
    }

    @Test
    void aLineThatIsGoneOrWasAddedByHandIsFound() throws IOException {
        ReleasedLog log = log();
        Path entries = folder.resolve("entries.ndjson");
        String released = Files.readString(entries);

        Files.writeString(entries, released + "{\"id\":3}\n");
        assertThatThrownBy(log::verifyNothingWasChanged).hasMessageContaining("there are 4");
        Files.writeString(entries, "{\"id\":0}\n");
        assertThatThrownBy(log::verifyNothingWasChanged).hasMessageContaining("first 2 lines");
    }

    @Test
    void aDocumentThatIsNotWhatItsNameSaysIsFound() throws IOException {
        ReleasedLog log = log();
        Files.writeString(folder.resolve("blobs").resolve(DIGEST_OF_X), "y");

        assertThatThrownBy(log::verifyNothingWasChanged).hasMessageContaining(DIGEST_OF_X);
    }

    private ReleasedLog log() {
        ReleasedLog log = new ReleasedLog(folder);
        log.append("one", List.of(line("{\"id\":0}"), line("{\"id\":1}")), Map.of(DIGEST_OF_X, bytes("x")));
        log.append("two", List.of(line("{\"id\":2}")), Map.of());
        return log;
    }

    private static ReleasedLog.Line line(String json) {
        return new ReleasedLog.Line(bytes(json));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
