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
    /** A reader that takes longer breaks has no claim to the place. */
    private static final Duration GRACE = Duration.ofSeconds(30);
    /** A bad telephone line; less than this for longer than the grace is as good as nothing. */
    private static final long BYTES_PER_SECOND = 16 * 1024;

    private final LongSupplier nanoTime;
    private volatile long taken;
    private volatile long waited;
    private volatile @Nullable Long waitsSince;

    Slowness(OutputStream out, LongSupplier nanoTime) {
        super(out);
        this.nanoTime = nanoTime;
    }

    boolean isTooMuch() {
        Long since = waitsSince;
        long nanos = waited + (since == null ? 0 : nanoTime.getAsLong() - since);
        Duration waiting = Duration.ofNanos(nanos);
        return waiting.compareTo(GRACE) > 0 && taken < BYTES_PER_SECOND * waiting.toSeconds();
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
            waited += nanoTime.getAsLong() - began;
            waitsSince = null;
            taken += length;
        }
    }

    /** The end of the export is not yet the end of the answer: first the place is given back. */
    @Override
    public void close() {}
}
