package org.livelabel.gates.released;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KeptAnswersTest {
    @TempDir
    Path folder;

    @AfterEach
    void verifyAgain() {
        System.clearProperty("log.update");
    }

    @Test
    void theSameAnswersPass() {
        keep(Map.of("a.json", "1\n2\n", "in/b.json", "3\n"));

        assertThatCode(() -> KeptAnswers.verify(Map.of("a.json", "1\n2\n", "in/b.json", "3\n"), folder))
                .doesNotThrowAnyException();
    }

    @Test
    void theFirstLineThatDiffersIsShown() {
        keep(Map.of("a.json", "1\n2\n3\n"));

        assertThatThrownBy(() -> KeptAnswers.verify(Map.of("a.json", "1\n4\n3\n"), folder))
                .hasMessageContaining("a.json holds, from line 2 on")
                .hasMessageContaining("    2\n")
                .hasMessageContaining("    4\n")
                .hasMessageContaining("-Dlog.update=true");
    }

    @Test
    void anAnswerTooFewOrTooManyIsFound() {
        keep(Map.of("a.json", "1\n"));

        assertThatThrownBy(() -> KeptAnswers.verify(Map.of("a.json", "1\n", "b.json", "1\n"), folder))
                .hasMessageContaining("b.json");
        assertThatThrownBy(() -> KeptAnswers.verify(Map.of(), folder)).hasMessageContaining("a.json");
    }

    private void keep(Map<String, String> answers) {
        System.setProperty("log.update", "true");
        KeptAnswers.verify(answers, folder);
        System.clearProperty("log.update");
    }
}
