package org.livelabel.registry.atom;

import java.net.URI;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One publication as a feed shows it.
 *
 * @param index of the log; makes the entry's id
 * @param summary the text and its language
 * @param alternate where it can be read
 * @param related a page that shows more
 * @param categories terms to filter by
 */
record AtomEntry(
        long index,
        Instant publishedAt,
        String title,
        @Nullable Localised summary,
        URI alternate,
        @Nullable URI related,
        List<String> categories) {

    /** @param language BCP 47 */
    record Localised(String language, String text) {}
}
