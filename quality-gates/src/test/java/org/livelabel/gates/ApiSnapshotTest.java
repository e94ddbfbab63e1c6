package org.livelabel.gates;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ApiSnapshotTest {
    @Test
    void aChangedContractIsFound(@TempDir Path folder) throws Exception {
        Path snapshot = Files.writeString(folder.resolve("some-service.yaml"), "paths: {}\n");

        assertThatCode(() -> ApiSnapshot.verify("paths: {}\n", snapshot)).doesNotThrowAnyException();
        assertThatThrownBy(() -> ApiSnapshot.verify("paths: {/new: {}}\n", snapshot))
                .hasMessageContaining("some-service.yaml");
    }

    @Test
    void theAddressOfTheTestsOwnIssuerIsNoPartOfTheContract(@TempDir Path folder) throws Exception {
        Path snapshot = Files.writeString(
                folder.resolve("some-service.yaml"),
                "openIdConnectUrl: https://identity.example/realms/livelabel/.well-known/openid-configuration\n");

        assertThatCode(() -> ApiSnapshot.verify(
                        "openIdConnectUrl: http://localhost:41234/.well-known/openid-configuration\n", snapshot))
                .doesNotThrowAnyException();
    }
}
