package org.livelabel.gates;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The gate is never open without anybody noticing. */
class AnswersAreDocumentedTest {
    @TempDir
    Path repository;

    @Test
    void aServiceWithAReviewedDocumentGetsTheGate() throws Exception {
        Files.createDirectory(repository.resolve("api"));
        Files.writeString(
                repository.resolve("api/account-service.yaml"),
                "openapi: 3.1.0\ninfo: {title: Accounts, version: \"1\"}\npaths: {}\n");

        assertThat(AnswersAreDocumented.gate(repository.resolve("account-service")))
                .isPresent();
    }

    @Test
    void aServiceWhoseDocumentIsMissingFailsWithWhatMakesIt() {
        assertThatThrownBy(() -> AnswersAreDocumented.gate(repository.resolve("account-service")))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("api/account-service.yaml is missing")
                .hasMessageContaining("-Dapi.update=true");
    }

    @Test
    void aServiceThatNobodyNamedFails() {
        assertThatThrownBy(() -> AnswersAreDocumented.gate(repository.resolve("lamp-service")))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("lamp-service");
    }

    @Test
    void whatAnswersWithPagesHasNoDocument() {
        assertThat(AnswersAreDocumented.gate(repository.resolve("web"))).isEmpty();
    }
}
