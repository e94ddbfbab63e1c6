package org.livelabel.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.jar.Attributes;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.livelabel.local.keycloak.KeycloakDistribution;
import org.livelabel.local.stack.Door;
import org.livelabel.local.stack.Ports;
import org.livelabel.postgres.OwnFolder;

/** The real program as a process, with the real PostgreSQL and Keycloak; a program that only waits stands for the services. */
@Tag("keycloak")
@Order(Integer.MAX_VALUE)
class StartTest {
    @BeforeAll
    static void buildKeycloak() {
        // as in every start but the first on a machine: no test waits for it, or meets its process
        KeycloakDistribution.prepare(Path.of("target/keycloak").toAbsolutePath(), OwnFolder.cache());
    }

    private Path folder;
    private Path data;

    @BeforeEach
    void layOutARepository() throws Exception {
        folder = Files.createTempDirectory(Path.of("target").toAbsolutePath(), "start");
        data = folder.resolve("data");
        for (String service : List.of("registry-service", "label-service", "account-service", "web")) {
            Path jar = folder.resolve(service).resolve("target/quarkus-app/quarkus-run.jar");
            Files.createDirectories(jar.getParent());
            createJar(jar, Waits.class);
        }
        link("local/target/keycloak");
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
            awaitKeycloak();
            List<ProcessHandle> parts = parts().toList();

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
            ProcessHandle keycloak = awaitKeycloak();
            List<ProcessHandle> parts = parts().toList();

            keycloak.destroyForcibly();

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

    /** Its only entry is a manifest that names a class of these tests. */
    private static void createJar(Path jar, Class<?> main) throws Exception {
        Manifest manifest = new Manifest();
        manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
        manifest.getMainAttributes().put(Attributes.Name.MAIN_CLASS, main.getName());
        manifest.getMainAttributes()
                .put(
                        Attributes.Name.CLASS_PATH,
                        main.getProtectionDomain().getCodeSource().getLocation().toString());
        new JarOutputStream(Files.newOutputStream(jar), manifest).close();
    }

    static final class Waits {
        public static void main(String[] arguments) throws InterruptedException {
            if (arguments.length > 0 && arguments[0].equals("migrate")) {
                return;
            }
            new CountDownLatch(1).await();
        }
    }

    private ProcessHandle awaitKeycloak() {
        return await("Keycloak's process")
                .atMost(Duration.ofMinutes(1))
                .until(() -> parts().filter(StartTest::isKeycloak).findAny(), Optional::isPresent)
                .orElseThrow();
    }

    private static boolean isKeycloak(ProcessHandle process) {
        return process.info().commandLine().orElse("").contains("-Dkc.home.dir");
    }

    /** As the program has written them down. */
    private Stream<ProcessHandle> parts() throws IOException {
        Path list = data.resolve("processes");
        return (Files.exists(list) ? Files.readAllLines(list) : List.<String>of())
                .stream()
                        .map(line -> Long.parseLong(line.split(" ")[0]))
                        .flatMap(pid -> ProcessHandle.of(pid).stream());
    }
}
