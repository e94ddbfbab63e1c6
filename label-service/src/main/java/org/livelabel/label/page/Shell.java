package org.livelabel.label.page;

import io.quarkus.qute.RawString;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.livelabel.label.words.Words;

/**
 * What is around the content of every page.
 *
 * @param now when the request came in: what the page says holds on that UTC day, and it is kept no longer
 * @param asOf the day that the page holds for, and when days end
 * @param live how recent the page is, for the bar at the top
 * @param stale set if the page may be out of date
 */
public record Shell(
        Words words,
        RawString css,
        Instant now,
        LocalDate today,
        String asOf,
        String live,
        @Nullable String stale) {}
