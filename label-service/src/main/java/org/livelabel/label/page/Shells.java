package org.livelabel.label.page;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.livelabel.conduct.UtcDay;
import org.livelabel.label.follower.FeedStatus;
import org.livelabel.label.follower.FeedStatus.Staleness;
import org.livelabel.label.words.Dates;
import org.livelabel.label.words.Words;

/** Makes the surroundings of a page as they are now. */
@ApplicationScoped
public class Shells {
    private final Clock clock;
    private final FeedStatus feed;
    private final Stylesheet stylesheet;

    Shells(Clock clock, FeedStatus feed, Stylesheet stylesheet) {
        this.clock = clock;
        this.feed = feed;
        this.stylesheet = stylesheet;
    }

    public Shell shell() {
        Words words = Words.english();
        Dates dates = new Dates(words);
        Instant now = clock.instant();
        LocalDate today = UtcDay.of(now);
        Staleness staleness = feed.staleness().orElse(null);
        return new Shell(
                words,
                stylesheet.css(),
                now,
                today,
                words.say("page.as-of", dates.day(today)),
                live(words, dates, today, staleness),
                staleness == null ? null : stale(words, dates, staleness));
    }

    private static String live(Words words, Dates dates, LocalDate today, @Nullable Staleness staleness) {
        if (staleness == null) {
            return words.say("page.live", dates.shortDay(today));
        }
        var since = staleness.lastCheckedAt() == null ? staleness.startedAt() : staleness.lastCheckedAt();
        return words.say("page.not-live", dates.shortDay(UtcDay.of(since)));
    }

    private static String stale(Words words, Dates dates, Staleness staleness) {
        return staleness.lastCheckedAt() == null
                ? words.say("page.stale.never", dates.moment(staleness.startedAt()))
                : words.say("page.stale", dates.moment(staleness.lastCheckedAt()));
    }
}
