package org.livelabel.local.keycloak;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Runs Keycloak's launcher as {@code kc.sh} would, but without the shell in between: a signal reaches the server itself, and
 * no grandchild is left when we are killed.
 */
final class KeycloakCommand {
    private static final int LAST_LINES = 8;
    // noise of the shutdown follows what Keycloak says about a failed start
    private static final String REASON = "ExecutionExceptionHandler";
    private static final List<String> JVM = List.of(
            "-Xms64m",
            "-Xmx512m",
            "-XX:MetaspaceSize=96M",
            "-XX:MaxMetaspaceSize=256m",
            // for one person at a time: a third of the processor time to start, and 100 MB less
            "-XX:+UseSerialGC",
            "-XX:TieredStopAtLevel=1",
            "-XX:+ExitOnOutOfMemoryError",
            "-Dfile.encoding=UTF-8",
            "-Dstdout.encoding=UTF-8",
            "-Dstderr.encoding=UTF-8",
            "-Duser.language=en",
            "-Duser.country=US",
            "-Djava.util.logging.manager=org.jboss.logmanager.LogManager",
            "-Djava.util.concurrent.ForkJoinPool.common.threadFactory="
                    + "io.quarkus.bootstrap.forkjoin.QuarkusForkJoinWorkerThreadFactory",
            "-Dpicocli.disable.closures=true",
            // the guard in providers/ stands before every port
            "-Dio.netty.bootstrap.extensions=serviceload",
            "--add-opens=java.base/java.util=ALL-UNNAMED",
            "--add-opens=java.base/java.util.concurrent=ALL-UNNAMED",
            "--add-opens=java.base/java.security=ALL-UNNAMED",
            "--add-opens=java.base/java.lang=ALL-UNNAMED",
            "--enable-native-access=ALL-UNNAMED");

    private KeycloakCommand() {}

    /** Starts the launcher with {@code home} as Keycloak's home folder; its output goes to {@code log}. */
    static Process run(Path home, List<String> arguments, Map<String, String> environment, Path log) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(JVM);
        command.add("-Dkc.home.dir=" + home);
        command.add("-Djboss.server.config.dir=" + home.resolve("conf"));
        command.add("-cp");
        command.add(home.resolve("lib").resolve("quarkus-run.jar").toString());
        command.add("io.quarkus.bootstrap.runner.QuarkusEntryPoint");
        command.addAll(arguments);

        ProcessBuilder builder = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectInput(ProcessBuilder.Redirect.from(new File("/dev/null")))
                .redirectOutput(log.toFile());
        // what the caller's shell holds for another Keycloak must not reach this one
        builder.environment().keySet().removeIf(name -> name.startsWith("KC_") || name.startsWith("KEYCLOAK_"));
        builder.environment().putAll(environment);
        try {
            return builder.start();
        } catch (IOException e) {
            throw new KeycloakFailure("Keycloak cannot be started: " + e.getMessage(), e);
        }
    }

    /** How the process ended, and the end of its log. */
    static KeycloakFailure ended(String what, int exitCode, Path log) {
        return new KeycloakFailure(
                what + " has stopped (exit code " + exitCode + "); its log is " + log + lastLines(log));
    }

    /** Keycloak's own words for why it gave up, or else the last lines. */
    static String lastLines(Path log) {
        try {
            List<String> lines = new String(Files.readAllBytes(log), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank())
                    // the frames of a stack trace would push its reason out
                    .filter(line -> !line.stripLeading().startsWith("at "))
                    .toList();
            List<String> reasons =
                    lines.stream().filter(line -> line.contains(REASON)).toList();
            List<String> shown = reasons.isEmpty() ? lines : reasons;
            List<String> last = shown.subList(Math.max(0, shown.size() - LAST_LINES), shown.size());
            return last.isEmpty() ? " (empty)" : ", which says:\n    " + String.join("\n    ", last);
        } catch (IOException e) {
            return " (unreadable)";
        }
    }
}
