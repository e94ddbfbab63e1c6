package org.livelabel.local.stack;

import java.util.ArrayDeque;
import java.util.Deque;

/**
 * What has been started so far, to be closed in the opposite order. What arrives after the close is closed at once, so that
 * nothing begun in another thread is left behind.
 */
final class Belongings implements AutoCloseable {
    private final Deque<AutoCloseable> things = new ArrayDeque<>();
    private boolean closed;

    /** @throws StartFailure if all was closed in the meantime */
    <T extends AutoCloseable> T add(T thing) {
        synchronized (this) {
            if (!closed) {
                things.push(thing);
                return thing;
            }
        }
        closeQuietly(thing);
        throw new StartFailure("stopped");
    }

    synchronized boolean areClosed() {
        return closed;
    }

    /** Closes everything once; what cannot be closed does not hinder the rest. */
    @Override
    public void close() {
        synchronized (this) {
            closed = true;
        }
        while (true) {
            AutoCloseable thing;
            synchronized (this) {
                thing = things.poll();
            }
            if (thing == null) {
                return;
            }
            closeQuietly(thing);
        }
    }

    private static void closeQuietly(AutoCloseable thing) {
        try {
            thing.close();
        } catch (Exception e) {
            System.getLogger(Belongings.class.getName()).log(System.Logger.Level.WARNING, "does not close", e);
        }
    }
}
