package org.livelabel.registry.log;

import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.UniEmitter;
import io.vertx.core.Vertx;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.livelabel.registry.wiring.Background;
import org.livelabel.registry.wiring.RegistrySettings;

/**
 * Looks for new entries on behalf of all readers of the feed that wait: who waits holds neither a thread nor a connection.
 * What this process publishes is seen at once; what another replica publishes, at the next look, and nobody looks while nobody
 * waits.
 */
@Singleton
class NewEntries extends Background {
    static final Duration LOOK_AGAIN = Duration.ofMillis(500);

    private final Feed feed;
    private final Vertx vertx;

    private final Set<Reader> waiting = ConcurrentHashMap.newKeySet();
    private volatile long last = -1;

    private static final class Reader {
        private final long seen;
        private final UniEmitter<? super FeedPage> answer;
        private volatile long timer = -1;

        private Reader(long seen, UniEmitter<? super FeedPage> answer) {
            this.seen = seen;
            this.answer = answer;
        }
    }

    NewEntries(Feed feed, Vertx vertx, RegistrySettings settings) {
        super("feed", LOOK_AGAIN, settings.background());
        this.feed = feed;
        this.vertx = vertx;
    }

    /** There are entries that were not there before. */
    void announce() {
        wake();
    }

    /** Whether somebody waits already, so that a reader at {@code seen} learns within the next look what there is. */
    boolean isWatchedFrom(long seen) {
        return !waiting.isEmpty() && seen >= last;
    }

    /**
     * The entries after {@code seen} as soon as there are any; an empty page when the time is up. Whoever cancels waits no
     * longer.
     */
    Uni<FeedPage> after(long seen, Duration patience) {
        return Uni.createFrom().emitter(answer -> {
            Reader reader = new Reader(seen, answer);
            answer.onTermination(() -> leave(reader));
            boolean first = waiting.isEmpty();
            waiting.add(reader);
            reader.timer = vertx.setTimer(patience.toMillis(), timer -> answer.complete(FeedPage.EMPTY));
            if (first) {
                // nobody has looked since this reader did
                wake();
            }
        });
    }

    int waiting() {
        return waiting.size();
    }

    @Override
    protected boolean work() {
        if (waiting.isEmpty()) {
            return false;
        }
        last = feed.last();
        Map<Long, List<Reader>> due = waiting.stream()
                .filter(reader -> reader.seen < last)
                .collect(Collectors.groupingBy(reader -> reader.seen));
        due.forEach((seen, readers) -> {
            FeedPage page = feed.after(seen);
            readers.forEach(reader -> reader.answer.complete(page));
        });
        return false;
    }

    private void leave(Reader reader) {
        waiting.remove(reader);
        vertx.cancelTimer(reader.timer);
    }
}
