package org.livelabel.local.stack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DataFolderTest {
    @TempDir
    Path parent;

    @Test
    void aNewFolderIsForItsOwnerOnlyAndForOneSystemAtATime() throws Exception {
        Path path = parent.resolve("a/b");

        try (DataFolder first = DataFolder.claim(path)) {
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(path)))
                    .isEqualTo("rwx------");
            assertThatThrownBy(() -> DataFolder.claim(path))
                    .isInstanceOf(StartFailure.class)
                    .hasMessageContaining("already running on " + path);
        }

        DataFolder.claim(path).close();
    }

    @Test
    void aFolderWithSomebodysFilesIsRefused() throws Exception {
        Files.writeString(parent.resolve("thesis.txt"), "years of work");

        assertThatThrownBy(() -> DataFolder.claim(parent)).hasMessageContaining("files that are not LiveLabel's");
        assertThat(Files.list(parent)).containsExactly(parent.resolve("thesis.txt"));
    }

    @Test
    void aFolderThatOthersCanWriteIntoIsRefused() throws Exception {
        Path path = Files.createDirectory(parent.resolve("open"));
        Files.setPosixFilePermissions(path, PosixFilePermissions.fromString("rwxrwxrwx"));

        assertThatThrownBy(() -> DataFolder.claim(path))
                .isInstanceOf(StartFailure.class)
                .hasMessageContaining("chmod go-w " + path)
                .hasMessageContaining("--data=FOLDER");
        assertThat(Files.list(path)).isEmpty();
    }

    @Test
    void emptyingLeavesNothingOfEarlierStarts() throws Exception {
        Path path = parent.resolve("data");
        try (DataFolder folder = DataFolder.claim(path)) {
            Files.writeString(path.resolve("secrets.json"), "{}");
            Files.createDirectories(path.resolve("postgres/base"));
            Files.writeString(path.resolve("postgres/base/1"), "x");
            Files.createSymbolicLink(path.resolve("link"), parent);
            folder.markDone("sample-data");

            folder.empty();

            assertThat(Files.list(path).map(f -> f.getFileName().toString()))
                    .containsExactlyInAnyOrder("livelabel-data", "lock", "logs");
            assertThat(folder.isDone("sample-data")).isFalse();
            assertThat(parent).exists();
        }
    }
}
