package org.livelabel.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.sun.security.auth.module.UnixSystem;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OwnFolderTest {
    @TempDir
    Path parent;

    @Test
    void aFolderThatIsNotThereIsMadeForItsOwnerOnly() throws Exception {
        Path folder = OwnFolder.at(parent.resolve("a/b"), "name another");

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder)))
                .isEqualTo("rwx------");
        assertThat(OwnFolder.at(folder, "name another")).isEqualTo(folder);
    }

    @ParameterizedTest
    @ValueSource(strings = {"rwxrwxr-x", "rwxrwxrwx", "rwx----w-"})
    void aFolderThatOthersCanWriteIntoIsRefusedWithTheCommandThatMendsIt(String permissions) throws Exception {
        Path folder = Files.createDirectory(parent.resolve("open"));
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString(permissions));

        assertThatThrownBy(() -> OwnFolder.at(folder, "name another folder in LIVELABEL_CACHE"))
                .isInstanceOf(OwnFolder.Refused.class)
                .hasMessageContaining("chmod go-w " + folder)
                .hasMessageContaining("name another folder in LIVELABEL_CACHE");
    }

    @Test
    void aFolderOfSomebodyElseIsRefused() throws Exception {
        Path folder =
                new UnixSystem().getUid() == 0 ? Files.createDirectory(parent.resolve("theirs")) : Path.of("/usr");
        if (new UnixSystem().getUid() == 0) {
            Files.setAttribute(folder, "unix:uid", 65534);
        }
        assumeTrue(((Number) Files.getAttribute(folder, "unix:uid")).longValue() != new UnixSystem().getUid());

        assertThatThrownBy(() -> OwnFolder.at(folder, "name another folder"))
                .isInstanceOf(OwnFolder.Refused.class)
                .hasMessageContaining(folder + " belongs to somebody else");
    }
}
