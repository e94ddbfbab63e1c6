package org.livelabel.local.stack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ChildrenTest {
    private static final String STUBBORN = "trap '' TERM; echo up; while :; do sleep 0.1; done";

    @TempDir
    Path folder;

    private final List<ProcessHandle> started = new ArrayList<>();
    private final CompletableFuture<StartFailure> death = new CompletableFuture<>();

    @AfterEach
    void noChildOfATestOutlivesIt() {
        started.forEach(ProcessHandle::destroyForcibly);
    }

    @Test
    void closingStopsTheWillingByAskingAndTheStubbornByForceWithTheirOwnChildren() throws Exception {
        Children children = children();
        Child willing = children.start("willing", shell("exec sleep 600"), Map.of(), log("willing"));
        Child stubborn = children.start("stubborn", shell("sleep 600 & " + STUBBORN), Map.of(), log("stubborn"));
        started.add(willing.handle());
        started.add(stubborn.handle());
        awaitText(log("stubborn"), "up");
        started.addAll(stubborn.handle().descendants().toList());

        children.close();

        assertThat(willing.isAlive()).isFalse();
        assertThat(willing.awaitEnd()).isEqualTo(128 + 15);
        assertThat(stubborn.awaitEnd()).isEqualTo(128 + 9);
        for (ProcessHandle one : started) {
            one.onExit().get(10, TimeUnit.SECONDS);
        }
        assertThat(death).as("an end that was asked for is no death").isNotDone();
        assertThatThrownBy(() -> children.start("late", shell("sleep 600"), Map.of(), log("late")))
                .isInstanceOf(StartFailure.class);
    }

    @Test
    void aDeathIsToldInOneLineWithTheLogAndItsEnd() throws Exception {
        children()
                .start(
                        "registry-service",
                        shell("printf 'no database\\n\\tat a.B.c(B.java:7)\\n\\t... 9 more\\n\\n'; exit 3"),
                        Map.of(),
                        log("registry-service"));

        assertThat(death.get(10, TimeUnit.SECONDS))
                .hasMessageContaining("registry-service has stopped (exit code 3)")
                .hasMessageContaining(log("registry-service").toString())
                .hasMessageEndingWith("no database");
    }

    @Test
    void whatAKilledParentLeftBehindIsStoppedByTheNextStart() throws Exception {
        Child orphan = children().start("orphan", shell("exec sleep 600"), Map.of(), log("orphan"));

        started.add(orphan.handle());
        Children.stopLeftovers(folder.resolve("processes"));

        assertThat(orphan.isAlive()).isFalse();
        assertThat(folder.resolve("processes")).doesNotExist();
    }

    @Test
    void aProcessThatOnlyHasTheSameNumberIsLeftAlone() throws Exception {
        Process innocent = new ProcessBuilder(shell("exec sleep 600")).start();
        started.add(innocent.toHandle());
        Files.writeString(folder.resolve("processes"), innocent.pid() + " 2020-01-01T00:00:00Z\n");

        Children.stopLeftovers(folder.resolve("processes"));

        assertThat(innocent.isAlive()).isTrue();
    }

    @Test
    void settingsOfTheCallersShellDoNotReachAChild() throws Exception {
        Child child = children()
                .startCommand(
                        "env", shell("echo \"<$LIVELABEL_A><$PATH>\""), Map.of("LIVELABEL_A", "ours"), log("env"));

        assertThat(child.awaitEnd()).isZero();
        assertThat(log("env")).hasContent("<ours><" + System.getenv("PATH") + ">");
    }

    private Children children() {
        return new Children(folder.resolve("processes"), death::complete);
    }

    private Path log(String name) {
        return folder.resolve(name + ".log");
    }

    private static List<String> shell(String script) {
        return List.of("sh", "-c", script);
    }

    private static void awaitText(Path file, String text) throws Exception {
        await().until(() -> Files.exists(file) && Files.readString(file).contains(text));
    }
}
