package org.livelabel.registry.log;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/** Wakes the feed's waiting readers. Only a hint, and only within this process: readers look for themselves as well. */
@ApplicationScoped
class NewEntries {
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition announced = lock.newCondition();
    private long announcements;

    void announce() {
        lock.lock();
        try {
            announcements++;
            announced.signalAll();
        } finally {
            lock.unlock();
        }
    }

    long announcements() {
        lock.lock();
        try {
            return announcements;
        } finally {
            lock.unlock();
        }
    }

    /** Returns when there was an announcement after {@code seen}, or when the time is up. */
    void await(long seen, long millis) throws InterruptedException {
        long nanos = TimeUnit.MILLISECONDS.toNanos(millis);
        lock.lock();
        try {
            while (announcements == seen && nanos > 0) {
                nanos = announced.awaitNanos(nanos);
            }
        } finally {
            lock.unlock();
        }
    }
}
