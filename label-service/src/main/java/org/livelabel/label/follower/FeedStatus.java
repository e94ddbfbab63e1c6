package org.livelabel.label.follower;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.livelabel.label.wiring.LabelSettings;

/** What this process knows about how recent its labels are. */
@ApplicationScoped
public class FeedStatus {
    private static final Duration SETTLING = Duration.ofSeconds(5);

    private final Clock clock;
    private final LabelSettings settings;
    private final Instant startedAt;

    private volatile @Nullable Instant lastCheckedAt;
    private volatile @Nullable String brokenBecause;
    private volatile boolean caughtUp;
    private volatile long lastIndex = -1;
    private final AtomicLong revision = new AtomicLong();

    FeedStatus(Clock clock, LabelSettings settings) {
        this.clock = clock;
        this.settings = settings;
        this.startedAt = clock.instant();
    }

    /**
     * Set if labels may be out of date: the registry did not answer lately, or the follower stopped.
     *
     * @param lastCheckedAt null if the registry never answered since {@code startedAt}
     */
    public record Staleness(@Nullable Instant lastCheckedAt, Instant startedAt) {}

    public Optional<Staleness> staleness() {
        Instant checked = lastCheckedAt;
        if (checked != null && !checked.plus(settings.feed().staleAfter()).isBefore(clock.instant())) {
            return Optional.empty();
        }
        return Optional.of(new Staleness(checked, startedAt));
    }

    /** How long ago the registry last answered, or since when it has been silent from the start. */
    Duration sinceLastCheck() {
        Instant checked = lastCheckedAt;
        return Duration.between(checked == null ? startedAt : checked, clock.instant());
    }

    /** When the registry last answered; null if it never did since the start. */
    @Nullable Instant lastCheckedAt() {
        return lastCheckedAt;
    }

    /** False while the log is read for the first time: what is not found then may still come. */
    public boolean caughtUp() {
        return caughtUp;
    }

    /** False in the first moments, in which every label would say that it may be out of date. */
    boolean settled() {
        return lastCheckedAt != null || startedAt.plus(SETTLING).isBefore(clock.instant());
    }

    /** The last entry that labels take into account, -1 for none. */
    public long lastIndex() {
        return lastIndex;
    }

    /** Another number after every change of what labels are made from; of no meaning by itself. */
    public long revision() {
        return revision.get();
    }

    Optional<String> brokenBecause() {
        return Optional.ofNullable(brokenBecause);
    }

    /** Until the position was read from the database nothing may be called missing or recent. */
    void nothingKnown() {
        brokenBecause = null;
        lastCheckedAt = null;
        caughtUp = false;
        lastIndex = -1;
        revision.incrementAndGet();
    }

    void starting(FeedApplier.Position position) {
        lastIndex = position.lastIndex();
        revision.incrementAndGet();
        caughtUp = position.caughtUp();
    }

    void checked() {
        lastCheckedAt = clock.instant();
    }

    void applied(long index) {
        lastIndex = index;
        revision.incrementAndGet();
        checked();
    }

    void reachedEnd() {
        caughtUp = true;
        checked();
    }

    void broken(String reason) {
        brokenBecause = reason;
    }
}
