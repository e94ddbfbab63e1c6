package org.livelabel.registry.log;

import java.io.ByteArrayOutputStream;
import java.util.List;

/**
 * Entries in order, as they go over the wire. Made once and shared by all readers that ask from the same place.
 *
 * @param entries how many there are
 * @param batch a JSON array of them
 */
record FeedPage(int entries, byte[] batch) {
    static final int FULL = 256;
    static final FeedPage EMPTY = of(List.of());

    /** The stored bytes, joined: nothing is written again. */
    static FeedPage of(List<byte[]> events) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.write('[');
        for (int i = 0; i < events.size(); i++) {
            if (i > 0) {
                out.write(',');
                out.write('\n');
            }
            out.writeBytes(events.get(i));
        }
        out.write(']');
        return new FeedPage(events.size(), out.toByteArray());
    }

    boolean isEmpty() {
        return entries == 0;
    }

    /** A full page never changes: entries are neither edited nor inserted. */
    boolean isFull() {
        return entries == FULL;
    }
}
