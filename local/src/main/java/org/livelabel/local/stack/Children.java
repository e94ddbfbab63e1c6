package org.livelabel.local.stack;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * The processes that must not outlive us. Each is written down, so that those left behind by a parent that was killed are
 * stopped by the next start.
 */
final class Children implements AutoCloseable {
    private static final Duration GRACE = Duration.ofSeconds(6);

    private final Path list;
    private final Consumer<StartFailure> onDeath;
    private final List<Child> children = new ArrayList<>();
    private final List<ProcessHandle> noted = new ArrayList<>();
    private boolean closed;

    /** @param onDeath told when a child ends that nobody asked to */
    Children(Path list, Consumer<StartFailure> onDeath) {
        this.list = list;
        this.onDeath = onDeath;
    }

    /** A process that is to run until it is stopped; its end at any other time is told. */
    Child start(String name, List<String> command, Map<String, String> environment, Path log) {
        Child child = add(name, command, environment, log);
        child.onExit().thenRun(() -> {
            if (!child.isEndWanted()) {
                onDeath.accept(child.death());
            }
        });
        return child;
    }

    /** A process that does one thing and ends. */
    Child startCommand(String name, List<String> command, Map<String, String> environment, Path log) {
        return add(name, command, environment, log);
    }

    /** A process that somebody else starts and stops; here it is only written down. */
    synchronized void note(ProcessHandle process) {
        noted.add(process);
        writeList();
    }

    /** Asks all to stop at the same time, and forces those that have not after a few seconds. Nothing starts any more. */
    @Override
    public void close() {
        List<Child> all;
        synchronized (this) {
            closed = true;
            all = List.copyOf(children);
        }
        all.forEach(Child::askToStop);
        long deadline = System.nanoTime() + GRACE.toNanos();
        for (Child child : all) {
            child.awaitStop(Duration.ofNanos(deadline - System.nanoTime()));
        }
    }

    /** To be called when everything has stopped: forces what has not, and leaves nothing for the next start to do. */
    synchronized void endList() {
        noted.forEach(ProcessHandle::destroyForcibly);
        try {
            Files.deleteIfExists(list);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Stops what an earlier parent left behind.
     */
    static void stopLeftovers(Path list) {
        try {
            if (!Files.exists(list)) {
                return;
            }
            List<ProcessHandle> leftovers = Files.readAllLines(list).stream()
                    .map(Children::stillRunning)
                    .flatMap(Optional::stream)
                    .toList();
            leftovers.forEach(ProcessHandle::destroy);
            for (ProcessHandle leftover : leftovers) {
                try {
                    leftover.onExit().get(GRACE.toSeconds(), TimeUnit.SECONDS);
                } catch (Exception e) {
                    leftover.destroyForcibly();
                }
            }
            Files.delete(list);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Optional<ProcessHandle> stillRunning(String line) {
        String[] parts = line.split(" ");
        Instant startedAt = Instant.parse(parts[1]);
        // a process id is used again some day; together with the moment of the start it is not. That moment is worked
        // out from the machine's uptime and wavers a little
        return ProcessHandle.of(Long.parseLong(parts[0])).filter(process -> process.info()
                .startInstant()
                .filter(start -> Duration.between(start, startedAt).abs().toSeconds() < 2)
                .isPresent());
    }

    private void writeList() {
        List<String> lines = new ArrayList<>();
        children.forEach(child -> line(child.handle()).ifPresent(lines::add));
        noted.forEach(process -> line(process).ifPresent(lines::add));
        try {
            Files.write(list, lines);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Optional<String> line(ProcessHandle process) {
        return process.info().startInstant().map(startedAt -> process.pid() + " " + startedAt);
    }

    private synchronized Child add(String name, List<String> command, Map<String, String> environment, Path log) {
        if (closed) {
            throw new StartFailure("stopped");
        }
        Child child = Child.start(name, command, environment, log);
        children.removeIf(known -> !known.isAlive());
        children.add(child);
        writeList();
        return child;
    }
}
