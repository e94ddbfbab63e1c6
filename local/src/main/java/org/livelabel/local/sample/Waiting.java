package org.livelabel.local.sample;

import java.time.Duration;

/** Asking again, politely and not for ever. */
final class Waiting {
    private final long deadline;

    Waiting(Duration patience) {
        deadline = System.nanoTime() + patience.toNanos();
    }

    /** @throws SampleDataException with {@code complaint} when the patience is over */
    void pause(String complaint) {
        if (System.nanoTime() - deadline > 0) {
            throw new SampleDataException(complaint);
        }
        try {
            Thread.sleep(200);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new SampleDataException("interrupted", e);
        }
    }
}
