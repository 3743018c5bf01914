package io.parcours.connector.telephony;

import java.time.Duration;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * The threads of all calls: a few for what the exchange tells, which never wait for the database, and for the exchange only where it
 * makes a supervisor's room; a few for the inbox, which wait for both; and one that keeps time.
 */
final class Workforce implements AutoCloseable {

    private static final int CALL_THREADS = 6;
    private static final int INBOX_THREADS = 6;

    private final ExecutorService calls = Executors.newFixedThreadPool(CALL_THREADS, named("voice-call"));
    private final ExecutorService inbox = Executors.newFixedThreadPool(INBOX_THREADS, named("voice-inbox"));
    private final ScheduledThreadPoolExecutor timer = new ScheduledThreadPoolExecutor(1, named("voice-timer"));

    Workforce() {
        timer.setRemoveOnCancelPolicy(true);
        timer.setExecuteExistingDelayedTasksAfterShutdownPolicy(false);
        // At shutdown nobody needs the answer any more.
        timer.setRejectedExecutionHandler(new ThreadPoolExecutor.DiscardPolicy());
    }

    Executor calls() {
        return calls;
    }

    Executor inbox() {
        return inbox;
    }

    Future<?> after(Duration pause, Runnable work) {
        return timer.schedule(work, pause.toMillis(), TimeUnit.MILLISECONDS);
    }

    @Override
    public void close() {
        timer.shutdownNow();
        calls.shutdownNow();
        inbox.shutdownNow();
    }

    private static ThreadFactory named(String name) {
        AtomicInteger numbers = new AtomicInteger();
        return work -> {
            Thread thread = new Thread(work, name + "-" + numbers.incrementAndGet());
            thread.setDaemon(true);
            return thread;
        };
    }
}
