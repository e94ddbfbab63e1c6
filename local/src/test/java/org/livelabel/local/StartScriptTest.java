package org.livelabel.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.livelabel.local.stack.Door;

/** The script's own decisions, which it takes before anything is built or started. */
class StartScriptTest {
    private static final Path SCRIPT = Path.of("..", "start").toAbsolutePath().normalize();

    @Test
    void theHelpNamesEveryPortAndTheOptionThatChangesIt() throws Exception {
        Run run = run(Map.of(), SCRIPT, "--help");

        assertThat(run.exitCode()).isZero();
        for (Door door : Door.values()) {
            assertThat(run.output()).containsPattern("(?m)^  " + door.standardPort() + " +--" + door.option() + " ");
        }
        assertThat(run.output())
                .contains("--fresh", "--data=", "--host=", "--no-sample-data", "--totp=", "--port-offset=", ".local");
    }

    @ParameterizedTest
    @ValueSource(strings = {"--colour=red", "start", "--web-port", "--data=", "--totp"})
    void anArgumentThatMakesNoSenseEndsWithStatusTwoAndItsName(String argument) throws Exception {
        Run run = run(Map.of(), SCRIPT, argument);

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.output()).contains(argument.replaceAll("=$", "")).contains("./start --help");
    }

    @Test
    void withoutAJdkItSaysWhatIsMissingAndHowToGetIt(@TempDir Path folder) throws Exception {
        Path copy = copy(folder);
        Path search = folder.resolve(".mvn/jdk.sh");
        // in one empty folder only
        Files.writeString(
                search,
                Files.readString(search).replaceAll("(?s)for folder in .*?; do", "for folder in \"\\$JAVA_HOME\"; do"));

        Run run = run(Map.of("JAVA_HOME", folder.toString()), copy);

        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.output()).contains("JDK of version 25 or newer", "adoptium.net", "apt install", "brew install");
    }

    @Test
    void aFolderThatIsNotOursIsNeverDeleted(@TempDir Path folder) throws Exception {
        Files.writeString(folder.resolve("thesis.txt"), "years of work");

        Run run = run(Map.of(), builtCopy(folder), "--fresh", "--yes", "--data=" + folder);

        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.output()).contains("is not a data folder of LiveLabel");
        assertThat(folder.resolve("thesis.txt")).hasContent("years of work");
    }

    @Test
    void nothingIsDeletedWhereNobodyCanBeAsked(@TempDir Path folder) throws Exception {
        Files.writeString(folder.resolve("livelabel-data"), "");
        Files.writeString(folder.resolve("secrets.json"), "{}");

        Run run = run(Map.of(), builtCopy(folder), "--fresh", "--data=" + folder);

        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.output()).contains("--fresh --yes");
        assertThat(folder.resolve("secrets.json")).hasContent("{}");
    }

    /** The script in a folder where nothing has to be built. */
    private static Path builtCopy(Path folder) throws IOException {
        Path copy = copy(folder.resolveSibling(folder.getFileName() + "-repository"));
        Files.writeString(copy, Files.readString(copy).replace("if [ -n \"$(stale)\" ]; then", "if false; then"));
        return copy;
    }

    private static Path copy(Path folder) throws IOException {
        Files.createDirectories(folder.resolve(".mvn"));
        Files.copy(SCRIPT.resolveSibling(".mvn/jdk.sh"), folder.resolve(".mvn/jdk.sh"));
        return Files.copy(SCRIPT, folder.resolve("start"));
    }

    private static Run run(Map<String, String> environment, Path script, String... arguments) throws Exception {
        List<String> command = new ArrayList<>(List.of("bash", script.toString()));
        command.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.redirectInput(ProcessBuilder.Redirect.from(new java.io.File("/dev/null")));
        builder.environment().putAll(environment);
        Process process = builder.start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Run(process.waitFor(), output);
    }

    private record Run(int exitCode, String output) {}
}
