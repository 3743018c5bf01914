package io.parcours.connector.simulator;

import static java.util.concurrent.TimeUnit.MILLISECONDS;

import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.atomic.AtomicInteger;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The threads of a simulator: one that keeps time, and a few that work. */
final class Clockwork implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(Clockwork.class);

    private final ScheduledExecutorService clock;
    private final ExecutorService workers;

    Clockwork(String name, int threads) {
        ThreadFactory daemons = daemons(name);
        clock = Executors.newSingleThreadScheduledExecutor(daemons);
        workers = Executors.newFixedThreadPool(threads, daemons);
    }

    void now(Runnable work) {
        try {
            workers.execute(() -> run(work));
        } catch (RejectedExecutionException closed) {
            // The simulator is closing; what waits is dropped with it.
        }
    }

    void after(Duration pause, Runnable work) {
        if (pause.isZero()) {
            now(work);
            return;
        }
        try {
            clock.schedule(() -> now(work), pause.toMillis(), MILLISECONDS);
        } catch (RejectedExecutionException closed) {
            // The simulator is closing; what waits is dropped with it.
        }
    }

    @Override
    public void close() {
        clock.shutdownNow();
        workers.shutdownNow();
    }

    private static void run(Runnable work) {
        try {
            work.run();
        } catch (RuntimeException failure) {
            log.warn("A simulator's own work failed", failure);
        }
    }

    private static ThreadFactory daemons(String name) {
        AtomicInteger numbers = new AtomicInteger();
        return work -> {
            Thread daemon = new Thread(work, name + "-" + numbers.incrementAndGet());
            daemon.setDaemon(true);
            return daemon;
        };
    }
}
