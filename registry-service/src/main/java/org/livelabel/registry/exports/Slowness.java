package org.livelabel.registry.exports;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Duration;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Notices a reader that is too slow: counted is only the time for which we waited for the reader, not what we needed
 * ourselves. Written to by one thread and looked at by another.
 */
final class Slowness extends FilterOutputStream {
    /** A bad telephone line; less than this is as good as nothing. */
    private static final long BYTES_PER_SECOND = 16 * 1024;

    private final Duration patience;
    private final LongSupplier nanoTime;
    private long taken;
    private long waited;
    private volatile boolean slow;
    private volatile @Nullable Long waitsSince;

    /** @param patience how long a reader may be slower than that */
    Slowness(OutputStream out, Duration patience, LongSupplier nanoTime) {
        super(out);
        this.patience = patience;
        this.nanoTime = nanoTime;
    }

    boolean isTooMuch() {
        Long since = waitsSince;
        return slow || since != null && nanoTime.getAsLong() - since > patience.toNanos();
    }

    @Override
    public void write(int b) throws IOException {
        write(new byte[] {(byte) b}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
        long began = nanoTime.getAsLong();
        waitsSince = began;
        try {
            out.write(bytes, offset, length);
        } finally {
            waitsSince = null;
            count(nanoTime.getAsLong() - began, length);
        }
    }

    /** What a reader took at once at the beginning is no credit for later: each stretch of waiting is judged by itself. */
    private void count(long nanos, int bytes) {
        waited += nanos;
        taken += bytes;
        if (waited > patience.toNanos()) {
            slow = slow || taken < BYTES_PER_SECOND * Duration.ofNanos(waited).toSeconds();
            waited = 0;
            taken = 0;
        }
    }

    /** The end of the export is not yet the end of the answer: first the place is given back. */
    @Override
    public void close() {}
}
