package org.livelabel.local.stack;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/** Things that go on at the same time, and one place where the first failure of any of them is found. */
final class Tasks implements AutoCloseable {
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final CompletableFuture<StartFailure> failure = new CompletableFuture<>();

    <T> CompletableFuture<T> begin(Supplier<T> task) {
        CompletableFuture<T> result = CompletableFuture.supplyAsync(task, threads);
        result.whenComplete((value, problem) -> {
            if (problem != null) {
                fail(StartFailure.of(problem));
            }
        });
        return result;
    }

    /** @throws StartFailure as soon as anything at all has failed */
    <T> T await(CompletableFuture<T> task) {
        try {
            CompletableFuture.anyOf(task, failure).join();
        } catch (CompletionException e) {
            throw StartFailure.of(e);
        }
        if (failure.isDone()) {
            throw failure.join();
        }
        return task.join();
    }

    void fail(StartFailure why) {
        failure.complete(why);
    }

    /** Completed by the first failure; also by one that comes long after the start. */
    CompletableFuture<StartFailure> failure() {
        return failure;
    }

    /** Lets everything that is waiting give up. */
    void interrupt() {
        threads.shutdownNow();
    }

    /** Waits for the last to end, ten seconds at most. */
    @Override
    public void close() {
        try {
            threads.shutdownNow();
            if (!threads.awaitTermination(10, TimeUnit.SECONDS)) {
                System.getLogger(Tasks.class.getName()).log(System.Logger.Level.WARNING, "a task goes on");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
