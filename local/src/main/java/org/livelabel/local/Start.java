package org.livelabel.local;

import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.livelabel.local.stack.PrintedProgress;
import org.livelabel.local.stack.SampleCodes;
import org.livelabel.local.stack.StartFailure;
import org.livelabel.local.stack.Startup;
import sun.misc.Signal;

/**
 * What {@code ./start} runs: starts the system, prints where it is, and stops it on Ctrl-C, on SIGTERM, when a part of it
 * dies, or when the shell that ran it is gone.
 */
public final class Start {
    private static final int OK = 0;
    private static final int FAILED = 1;
    private static final int MISUSED = 2;

    /** A third party may wait 20 seconds for our end and not more. */
    private static final Duration STOP = Duration.ofSeconds(18);

    private final CommandLine commandLine;
    private final CompletableFuture<Ending> ending = new CompletableFuture<>();
    private volatile boolean ready;

    private Start(CommandLine commandLine) {
        this.commandLine = commandLine;
    }

    public static void main(String[] arguments) {
        System.exit(run(arguments));
    }

    private static int run(String[] arguments) {
        try {
            Path repository = Path.of(System.getProperty("livelabel.repository", "."))
                    .toAbsolutePath()
                    .normalize();
            CommandLine commandLine = CommandLine.parse(repository, arguments);
            if (commandLine.totp().isPresent()) {
                System.out.println(SampleCodes.current(
                        commandLine.options().data(), commandLine.totp().get(), Clock.systemUTC()));
                return OK;
            }
            return new Start(commandLine).serve();
        } catch (CommandLine.Refused e) {
            System.err.println(e.getMessage());
            return MISUSED;
        } catch (StartFailure e) {
            System.err.println(e.getMessage());
            return FAILED;
        }
    }

    private int serve() {
        LogFile.install(commandLine.options().data().resolve("logs").resolve("start.log"));
        watchForTheEnd();
        try (PrintedProgress progress = new PrintedProgress(
                System.out, Boolean.getBoolean("livelabel.terminal"), System::nanoTime, waitedBefore())) {
            Startup startup = new Startup(commandLine.options(), progress, new SecureRandom());
            startup.failure().thenAccept(why -> ending.complete(new Ending(FAILED, why.getMessage())));
            Thread.ofPlatform().daemon().start(() -> bringUp(startup, progress));
            Ending how = ending.join();
            progress.close();
            if (how.complaint() != null) {
                System.err.println(how.complaint());
            }
            if (startup.hasBegun()) {
                System.out.println("Stopping ...");
            }
            stop(startup);
            if (startup.hasBegun()) {
                System.out.println(
                        "Stopped. The data stays in " + commandLine.options().data() + ".");
            }
            return how.exitCode();
        }
    }

    private void bringUp(Startup startup, PrintedProgress progress) {
        try {
            String text = Greeting.of(startup.run(), commandLine.options());
            ready = true;
            progress.say(text);
        } catch (RuntimeException e) {
            ending.complete(new Ending(FAILED, StartFailure.of(e).getMessage()));
        }
    }

    private void watchForTheEnd() {
        for (String name : new String[] {"HUP", "INT", "TERM"}) {
            // a shutdown hook would run beside the one with which the PostgreSQL server is stopped
            Signal.handle(new Signal(name), signal -> ending.complete(askedFor(signal.getNumber())));
        }
        Long shell = Long.getLong("livelabel.shell");
        if (shell != null) {
            ProcessHandle.of(shell).ifPresent(parent -> parent.onExit().thenRun(() -> ending.complete(askedFor(1))));
        }
    }

    /** An end that somebody wants is no failure, unless it comes before there was anything to see. */
    private Ending askedFor(int signal) {
        return new Ending(ready ? OK : 128 + signal, null);
    }

    private static void stop(Startup startup) {
        CompletableFuture<Void> stopped = CompletableFuture.runAsync(startup::close);
        try {
            stopped.get(STOP.toSeconds(), TimeUnit.SECONDS);
        } catch (TimeoutException | InterruptedException | ExecutionException e) {
            System.err.println("Not everything stops by itself: ending it by force.");
        }
        ProcessHandle.current().descendants().forEach(ProcessHandle::destroyForcibly);
    }

    /** The script says when the person pressed return: the build counts. */
    private static Duration waitedBefore() {
        Long since = Long.getLong("livelabel.since");
        return since == null
                ? Duration.ZERO
                : Duration.ofSeconds(Clock.systemUTC().instant().getEpochSecond() - since);
    }

    /** @param complaint absent if somebody asked for the end */
    private record Ending(int exitCode, @Nullable String complaint) {}
}
