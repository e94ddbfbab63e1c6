package org.livelabel.local.stack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SecretsTest {
    @TempDir
    Path folder;

    @Test
    void valuesStayTheSameAcrossStartsAndOnlyTheOwnerMayReadThem() throws Exception {
        Path file = folder.resolve("secrets.json");
        Secrets first = Secrets.in(file, new SecureRandom());
        String machine = first.machine("database");
        String person = first.person("password");
        var id = first.uuid("organisation");
        String origin = first.origin();

        Secrets second = Secrets.in(file, new SecureRandom());

        assertThat(second.machine("database")).isEqualTo(machine);
        assertThat(second.person("password")).isEqualTo(person);
        assertThat(second.uuid("organisation")).isEqualTo(id);
        assertThat(second.origin()).isEqualTo(origin).matches("localhost-[a-z0-9]{10}/log");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
        assertThat(Files.list(folder)).containsExactly(file);
    }

    @Test
    void anotherInstallationHasOtherValues() {
        Secrets one = Secrets.in(folder.resolve("one.json"), new SecureRandom());
        Secrets two = Secrets.in(folder.resolve("two.json"), new SecureRandom());

        assertThat(one.machine("x")).isNotEqualTo(two.machine("x")).isNotEqualTo(one.machine("y"));
        assertThat(one.person("x")).isNotEqualTo(two.person("x"));
        assertThat(one.uuid("id")).isNotEqualTo(two.uuid("id"));
        assertThat(one.origin()).isNotEqualTo(two.origin());
    }

    @Test
    void passwordsForPeopleAreLongAndEasyToType() {
        String password =
                Secrets.in(folder.resolve("s.json"), new SecureRandom()).person("p");

        assertThat(password).matches("([b-df-hj-np-tv-z2-9]{5}-){3}[b-df-hj-np-tv-z2-9]{5}");
    }

    @Test
    void idsAreRandomUuids() {
        var id = Secrets.in(folder.resolve("s.json"), new SecureRandom()).uuid("x");

        assertThat(id.version()).isEqualTo(4);
        assertThat(id.variant()).isEqualTo(2);
    }

    @Test
    void aBrokenFileIsNamedWithTheWayOut() throws Exception {
        Path file = Files.writeString(folder.resolve("secrets.json"), "{\"a\":");

        assertThatThrownBy(() -> Secrets.in(file, new SecureRandom()))
                .isInstanceOf(StartFailure.class)
                .hasMessageContaining(file.toString())
                .hasMessageContaining("--fresh");
    }
}
