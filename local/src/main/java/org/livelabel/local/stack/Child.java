package org.livelabel.local.stack;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.regex.Pattern;

/** A process that we started; what it prints is in its log file. */
final class Child {
    private static final int LAST_LINES = 8;

    /** Says nothing to the person at the terminal; the log has it. */
    private static final Pattern STACK_FRAME = Pattern.compile("\\s*|\\s+at .*|\\s*\\.\\.\\. \\d+ more");

    private final String name;
    private final Path log;
    private final Process process;
    private volatile boolean endWanted;

    private Child(String name, Path log, Process process) {
        this.name = name;
        this.log = log;
        this.process = process;
    }

    /** @param environment beside what this process has in its own */
    static Child start(String name, List<String> command, Map<String, String> environment, Path log) {
        ProcessBuilder builder = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectInput(ProcessBuilder.Redirect.from(new File("/dev/null")))
                .redirectOutput(log.toFile());
        // what the caller's shell holds for another installation must not reach this one
        builder.environment().keySet().removeIf(n -> n.startsWith("QUARKUS_") || n.startsWith("LIVELABEL_"));
        builder.environment().putAll(environment);
        try {
            if (Files.exists(log)) {
                // why it died the last time stays readable
                Files.move(log, Path.of(log + ".previous"), StandardCopyOption.REPLACE_EXISTING);
            }
            return new Child(name, log, builder.start());
        } catch (IOException e) {
            throw new StartFailure(name + " cannot be started: " + e.getMessage(), e);
        }
    }

    String name() {
        return name;
    }

    Path log() {
        return log;
    }

    ProcessHandle handle() {
        return process.toHandle();
    }

    boolean isAlive() {
        return process.isAlive();
    }

    /** Whether its end, if it came, was asked for. */
    boolean isEndWanted() {
        return endWanted;
    }

    CompletableFuture<Process> onExit() {
        return process.onExit();
    }

    /** Waits for the end of a process that ends by itself; answers its exit code. */
    int awaitEnd() {
        return onExit().join().exitValue();
    }

    /** SIGTERM; returns at once. */
    void askToStop() {
        endWanted = true;
        process.destroy();
    }

    /** SIGKILL, to its own children as well; returns when it is gone. */
    void kill() {
        endWanted = true;
        List<ProcessHandle> descendants = process.descendants().toList();
        process.destroyForcibly();
        descendants.forEach(ProcessHandle::destroyForcibly);
        onExit().join();
    }

    /** Waits for an end that was asked for, and forces it when {@code grace} is over. */
    void awaitStop(Duration grace) {
        try {
            onExit().get(Math.max(1, grace.toMillis()), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            kill();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            kill();
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        }
    }

    /** One line for the terminal, and the last lines of the log below it. */
    StartFailure death() {
        return new StartFailure(
                name + " has stopped (exit code " + process.exitValue() + "); its log is " + log + lastLines(log));
    }

    private static String lastLines(Path log) {
        try {
            // a log may hold bytes that are not UTF-8: they must not hide the rest
            List<String> lines = new String(Files.readAllBytes(log), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !STACK_FRAME.matcher(line).matches())
                    .toList();
            List<String> last = lines.subList(Math.max(0, lines.size() - LAST_LINES), lines.size());
            return last.isEmpty() ? " (empty)." : ", which ends with:\n    " + String.join("\n    ", last);
        } catch (IOException e) {
            return ".";
        }
    }
}
