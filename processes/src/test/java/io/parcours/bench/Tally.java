package io.parcours.bench;

import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** Counts sends whose step has been committed, so that a benchmark knows without asking when all journeys wait again. */
final class Tally {

    private final Semaphore committed = new Semaphore(0);

    /** Counts one as soon as the transaction of this thread is committed. */
    void countAfterCommit() {
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                committed.release();
            }
        });
    }

    void await(int sends) {
        try {
            if (!committed.tryAcquire(sends, 120, TimeUnit.SECONDS)) {
                throw new IllegalStateException(
                        "Only %d of %d messages have left".formatted(committed.availablePermits(), sends));
            }
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
