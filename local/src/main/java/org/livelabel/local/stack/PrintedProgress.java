package org.livelabel.local.stack;

import java.io.PrintStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.LongSupplier;
import java.util.stream.Collectors;

/**
 * One line for each step that is done, with the seconds since the start; while steps take longer, a sign of life: on a
 * terminal a last line that keeps changing, elsewhere a line after two seconds and then every five.
 */
public final class PrintedProgress implements Progress, AutoCloseable {
    private static final Duration FIRST_SIGN = Duration.ofSeconds(2);
    private static final Duration NEXT_SIGN = Duration.ofSeconds(5);

    private final PrintStream out;
    private final boolean terminal;
    private final LongSupplier nanos;
    private final long startedAt;
    private final List<Running> running = new ArrayList<>();
    private final Thread ticker;
    private long lastLineAt;
    private boolean signShown;
    private boolean signsSinceLine;

    /** @param before how long the person has waited already, for instance for the build */
    public PrintedProgress(PrintStream out, boolean terminal, LongSupplier nanos, Duration before) {
        this.out = out;
        this.terminal = terminal;
        this.nanos = nanos;
        this.startedAt = nanos.getAsLong() - before.toNanos();
        this.lastLineAt = nanos.getAsLong();
        this.ticker = Thread.ofVirtual().start(this::tick);
    }

    @Override
    public synchronized Step begin(String what) {
        Running step = new Running(what);
        running.add(step);
        return step;
    }

    @Override
    public synchronized void say(String line) {
        print(line);
    }

    @Override
    public void close() {
        ticker.interrupt();
        synchronized (this) {
            clearSign();
        }
    }

    /** Shows a sign of life if one is due. */
    synchronized void sign() {
        if (running.isEmpty()) {
            return;
        }
        long silence = nanos.getAsLong() - lastLineAt;
        if (terminal) {
            if (silence >= FIRST_SIGN.toNanos()) {
                clearSign();
                out.print(elapsed() + "  ... " + waitingFor());
                out.flush();
                signShown = true;
            }
        } else if (silence >= (signsSinceLine ? NEXT_SIGN : FIRST_SIGN).toNanos()) {
            out.println(elapsed() + "  ... " + waitingFor());
            lastLineAt = nanos.getAsLong();
            signsSinceLine = true;
        }
    }

    private void tick() {
        try {
            while (true) {
                Thread.sleep(500);
                sign();
            }
        } catch (InterruptedException e) {
            // closed
        }
    }

    private String waitingFor() {
        return running.stream().map(Running::toString).collect(Collectors.joining(", "));
    }

    private void print(String line) {
        clearSign();
        out.println(line);
        out.flush();
        lastLineAt = nanos.getAsLong();
        signsSinceLine = false;
    }

    private void clearSign() {
        if (signShown) {
            out.print("\r\033[K");
            signShown = false;
        }
    }

    private String elapsed() {
        return String.format(Locale.ROOT, "%6.1f s", seconds(nanos.getAsLong() - startedAt));
    }

    private static double seconds(long nanos) {
        return nanos / 1e9;
    }

    private final class Running implements Step {
        private final String what;
        private final long begunAt = nanos.getAsLong();
        private String how = "";

        Running(String what) {
            this.what = what;
        }

        @Override
        public void note(String how) {
            synchronized (PrintedProgress.this) {
                this.how = how;
            }
        }

        @Override
        public void done(String result) {
            synchronized (PrintedProgress.this) {
                if (running.remove(this)) {
                    String took = String.format(Locale.ROOT, "%.1f s", seconds(nanos.getAsLong() - begunAt));
                    print(elapsed() + "  " + what + ": " + result + " (" + took + ")");
                }
            }
        }

        @Override
        public void close() {
            synchronized (PrintedProgress.this) {
                running.remove(this);
            }
        }

        @Override
        public String toString() {
            return how.isEmpty() ? what : what + " (" + how + ")";
        }
    }
}
