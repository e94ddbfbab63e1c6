package org.livelabel.local.stack;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class PrintedProgressTest {
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final AtomicLong nanos = new AtomicLong();

    @Test
    void aStepThatIsDoneTellsHowLongItTookAndHowLongThePersonHasWaited() {
        try (PrintedProgress progress = progress(false, Duration.ofSeconds(30))) {
            Progress.Step step = progress.begin("PostgreSQL");
            pass(4.2);
            step.done("ready");
            step.close();

            assertThat(lines()).containsExactly("  34.2 s  PostgreSQL: ready (4.2 s)");
        }
    }

    @Test
    void whatTakesLongShowsThatItIsAliveAfterTwoSecondsAndThenEveryFive() {
        try (PrintedProgress progress = progress(false, Duration.ZERO)) {
            progress.begin("Keycloak");
            Progress.Step data = progress.begin("Sample data");
            pass(1.9);
            progress.sign();
            assertThat(lines()).isEmpty();

            pass(0.2);
            progress.sign();
            data.note("120 of 249");
            pass(4);
            progress.sign();
            pass(1.1);
            progress.sign();

            assertThat(lines())
                    .containsExactly(
                            "   2.1 s  ... Keycloak, Sample data", "   7.2 s  ... Keycloak, Sample data (120 of 249)");
        }
    }

    @Test
    void onATerminalTheSignOfLifeIsRewrittenAndGoneBeforeTheNextLine() {
        try (PrintedProgress progress = progress(true, Duration.ZERO)) {
            Progress.Step step = progress.begin("Keycloak");
            pass(2);
            progress.sign();
            pass(0.5);
            progress.sign();
            step.done("ready");
        }

        assertThat(out.toString())
                .isEqualTo(
                        "   2.0 s  ... Keycloak\r\033[K   2.5 s  ... Keycloak\r\033[K   2.5 s  Keycloak: ready (2.5 s)\n");
    }

    @Test
    void aStepThatFailedIsNotWaitedForAnyMore() {
        try (PrintedProgress progress = progress(false, Duration.ZERO)) {
            progress.begin("Keycloak").close();
            pass(9);
            progress.sign();

            assertThat(lines()).isEmpty();
        }
    }

    private PrintedProgress progress(boolean terminal, Duration before) {
        return new PrintedProgress(new PrintStream(out, true), terminal, nanos::get, before);
    }

    private void pass(double seconds) {
        nanos.addAndGet((long) (seconds * 1e9));
    }

    private String[] lines() {
        return out.toString().isEmpty() ? new String[0] : out.toString().split("\n");
    }
}
