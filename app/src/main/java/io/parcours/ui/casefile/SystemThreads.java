package io.parcours.ui.casefile;

import java.util.Map;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/** Threads that ask operators' systems for screens, a few for each system: whoever asks one that is slow keeps nobody from another. */
final class SystemThreads implements AutoCloseable {

    static final int EACH = 4;
    static final int WAITING = 50;

    private final Map<System, ThreadPoolExecutor> bySystem = new ConcurrentHashMap<>();

    private record System(String tenant, String name) {}

    /** @throws java.util.concurrent.RejectedExecutionException where too many wait for this system already */
    void execute(String tenant, String system, Runnable question) {
        bySystem.computeIfAbsent(new System(tenant, system), SystemThreads::pool)
                .execute(question);
    }

    private static ThreadPoolExecutor pool(System system) {
        ThreadPoolExecutor pool =
                new ThreadPoolExecutor(EACH, EACH, 30, TimeUnit.SECONDS, new ArrayBlockingQueue<>(WAITING), work -> {
                    Thread daemon = new Thread(work, "operator-screens-" + system.name());
                    daemon.setDaemon(true);
                    return daemon;
                });
        pool.allowCoreThreadTimeOut(true);
        return pool;
    }

    @Override
    public void close() {
        bySystem.values().forEach(ThreadPoolExecutor::shutdownNow);
    }
}
