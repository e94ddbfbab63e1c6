package org.livelabel.registry.wiring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class BackgroundTest {
    private final AtomicInteger pieces = new AtomicInteger();

    @Test
    void aWorkerSurvivesAnErrorAndCountsIt() throws InterruptedException {
        Background worker = worker(() -> {
            if (pieces.incrementAndGet() < 3) {
                throw new StackOverflowError("in the test");
            }
        });

        worker.begin();
        await().until(() -> pieces.get() >= 3);

        assertThat(worker.failures()).isEqualTo(2);
        assertThat(worker.isAlive()).isTrue();
        worker.stop(null);
    }

    @Test
    void anInterruptThatAPieceLeavesBehindDoesNotEndIt() throws InterruptedException {
        Background worker = worker(() -> {
            pieces.incrementAndGet();
            Thread.currentThread().interrupt();
        });

        worker.begin();
        await().until(() -> pieces.get() >= 3);

        assertThat(worker.isAlive()).isTrue();
        worker.stop(null);
    }

    @Test
    void aPieceThatDoesNotEndIsNoticed() throws InterruptedException {
        CountDownLatch never = new CountDownLatch(1);
        Background worker = worker(() -> {
            pieces.incrementAndGet();
            try {
                never.await();
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        });

        worker.begin();
        await().until(() -> pieces.get() == 1);

        assertThat(worker.isAlive(Duration.ZERO)).isFalse();
        assertThat(worker.isAlive()).isTrue();
        never.countDown();
        await().until(() -> worker.isAlive(Duration.ofSeconds(30)));
        worker.stop(null);
    }

    private static Background worker(Runnable piece) {
        return new Background("test", Duration.ofMillis(1), true) {
            @Override
            protected boolean work() {
                piece.run();
                return false;
            }
        };
    }
}
