package org.livelabel.registry.ratelimit;

import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/** Places that callers hold for a while: so many for all of them, and so many of these for each address that is counted. */
public final class Places {
    private final int each;
    private final Semaphore free;
    private final ConcurrentMap<String, Integer> held = new ConcurrentHashMap<>();

    public Places(int all, int each) {
        this.free = new Semaphore(all);
        this.each = each;
    }

    /**
     * Never waits.
     *
     * @param caller {@link ClientAddress#counted}; null has no limit of its own
     * @return null if there is none left, or none for this caller
     */
    public @Nullable Place take(@Nullable String caller) {
        if (!free.tryAcquire()) {
            return null;
        }
        if (caller != null && held.merge(caller, 1, Integer::sum) > each) {
            giveBack(caller);
            return null;
        }
        return new Place(caller);
    }

    /** How many are left for all together. */
    public int left() {
        return free.availablePermits();
    }

    private void giveBack(@Nullable String caller) {
        if (caller != null) {
            held.computeIfPresent(caller, (name, places) -> places == 1 ? null : places - 1);
        }
        free.release();
    }

    /** One place, until it is given back. */
    public final class Place {
        private final @Nullable String caller;
        private final AtomicBoolean taken = new AtomicBoolean(true);

        private Place(@Nullable String caller) {
            this.caller = caller;
        }

        /** More than once does no harm. */
        public void free() {
            if (taken.getAndSet(false)) {
                giveBack(caller);
            }
        }
    }
}
