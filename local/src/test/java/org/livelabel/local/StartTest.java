package org.livelabel.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.BufferedReader;
import java.io.File;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.livelabel.local.stack.Door;
import org.livelabel.local.stack.Ports;

/** The real program as a process, with the real PostgreSQL and Keycloak; the services are not reached. */
class StartTest {
    private Path folder;
    private Path data;

    @BeforeEach
    void layOutARepository() throws Exception {
        folder = Files.createTempDirectory(Path.of("target").toAbsolutePath(), "start");
        data = folder.resolve("data");
        for (String service : List.of("registry-service", "label-service", "account-service", "web")) {
            Path jar = folder.resolve(service).resolve("target/quarkus-app/quarkus-run.jar");
            Files.createDirectories(jar.getParent());
            Files.createFile(jar);
        }
        link("local/target/keycloak/keycloak.zip");
        link("account-service/src");
    }

    @AfterEach
    void deleteTheRepositoryAndNotWhatItLinksTo() throws Exception {
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path file : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }

    @Test
    void sigtermDuringTheStartStopsAllThatHasBeenStarted() throws Exception {
        Process start = start();
        try (BufferedReader out = start.inputReader()) {
            List<ProcessHandle> parts = awaitPostgresAndKeycloak();

            // through its handle: Process.destroy would close the stream that is read below
            start.toHandle().destroy();

            assertThat(start.waitFor(60, TimeUnit.SECONDS)).isTrue();
            List<String> printed = out.lines().toList();
            assertThat(start.exitValue()).as(String.join("\n", printed)).isEqualTo(128 + 15);
            awaitEnd(parts);
            assertThat(printed)
                    .anyMatch(line -> line.contains("PostgreSQL: ready on port"))
                    .contains("Stopping ...");
            assertThat(data.resolve("processes")).doesNotExist();
        } finally {
            start.descendants().forEach(ProcessHandle::destroyForcibly);
            start.destroyForcibly();
        }
    }

    @Test
    void aPartThatDiesEndsAllWithOneLineAndItsLog() throws Exception {
        Process start = start();
        try (BufferedReader out = start.inputReader()) {
            List<ProcessHandle> parts = awaitPostgresAndKeycloak();

            parts.getLast().destroyForcibly();

            assertThat(start.waitFor(60, TimeUnit.SECONDS)).isTrue();
            List<String> printed = out.lines().toList();
            assertThat(start.exitValue()).as(String.join("\n", printed)).isEqualTo(1);
            assertThat(printed)
                    .anyMatch(line -> line.startsWith(
                            "Keycloak has stopped (exit code 137); its log is " + data.resolve("logs/keycloak.log")));
            awaitEnd(parts);
        } finally {
            start.descendants().forEach(ProcessHandle::destroyForcibly);
            start.destroyForcibly();
        }
    }

    @Test
    void aBusyPortIsOneLineAndStatusOne() throws Exception {
        try (ServerSocket other = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            Process start = start("--web-port=" + other.getLocalPort());
            try (BufferedReader out = start.inputReader()) {
                List<String> lines = out.lines().toList();

                assertThat(start.waitFor()).isEqualTo(1);
                assertThat(lines).hasSize(1);
                assertThat(lines.getFirst())
                        .contains("Port " + other.getLocalPort() + " (web, --web-port=PORT) is in use");
            }
        }
    }

    private Process start(String... arguments) throws Exception {
        Ports ports = Ports.free();
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--enable-native-access=ALL-UNNAMED",
                "-Dlivelabel.repository=" + folder,
                "-cp",
                System.getProperty("java.class.path"),
                "org.livelabel.local.Start",
                "--data=" + data));
        Arrays.stream(Door.values()).forEach(door -> command.add("--" + door.option() + "=" + ports.of(door)));
        command.addAll(List.of(arguments));
        return new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectInput(ProcessBuilder.Redirect.from(new File("/dev/null")))
                .start();
    }

    private void link(String path) throws Exception {
        Path link = folder.resolve(path);
        Files.createDirectories(link.getParent());
        Files.createSymbolicLink(link, Path.of("..", path).toAbsolutePath().normalize());
    }

    /** The machine takes a moment to bury a process that is no child of ours. */
    private static void awaitEnd(List<ProcessHandle> parts) throws Exception {
        for (ProcessHandle part : parts) {
            part.onExit().get(10, TimeUnit.SECONDS);
        }
    }

    /** As the program has written them down, in the order of their start. */
    private List<ProcessHandle> awaitPostgresAndKeycloak() throws Exception {
        Path list = data.resolve("processes");
        await().atMost(Duration.ofMinutes(5))
                .until(() -> Files.exists(list) && Files.readAllLines(list).size() >= 2);
        return Files.readAllLines(list).stream()
                .map(line ->
                        ProcessHandle.of(Long.parseLong(line.split(" ")[0])).orElseThrow())
                .toList();
    }
}
