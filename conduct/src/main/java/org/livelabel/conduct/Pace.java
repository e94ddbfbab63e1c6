package org.livelabel.conduct;

import java.util.function.LongSupplier;

/**
 * Whether somebody sends too slowly. Only time in which we read is counted: while our disk is waited for, the client can do
 * nothing.
 */
final class Pace {
    private final long least;
    private final long stretch;
    private final long longest;
    private final LongSupplier nanos;

    private boolean reading;
    private long since;
    private long readBefore;
    private long stretchBegan;
    private long arrived;

    /** @param nanos a clock like {@link System#nanoTime()} */
    Pace(BodySettings.Large settings, LongSupplier nanos) {
        this.least = settings.least().asLongValue();
        this.stretch = settings.stretch().toNanos();
        this.longest = settings.time().toNanos();
        this.nanos = nanos;
    }

    /** From now on it is the client who is waited for. */
    void reading() {
        reading = true;
        since = nanos.getAsLong();
    }

    /** From now on it is us. */
    void paused() {
        readBefore = read();
        reading = false;
    }

    /** As soon as the least has arrived, the next stretch begins. */
    void arrived(long bytes) {
        arrived += bytes;
        if (arrived >= least) {
            arrived = 0;
            stretchBegan = read();
        }
    }

    boolean isTooSlow() {
        long read = read();
        return read - stretchBegan >= stretch || read >= longest;
    }

    private long read() {
        return reading ? readBefore + nanos.getAsLong() - since : readBefore;
    }
}
