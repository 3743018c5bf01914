package io.parcours.database;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Starts the embedded server again where it ended without being told to: killed, or its disk full. Nobody else would. It
 * comes back on the same port, so that the pool finds it.
 */
final class ServerWatch implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(ServerWatch.class);
    private static final long LOOK_MILLIS = 500;
    private static final int WORTH_A_LINE = 3;
    private static final long PAUSE_MILLIS = 1_000;

    private final Cluster cluster;
    private final int port;
    private final CountDownLatch closed = new CountDownLatch(1);
    private final Thread thread = new Thread(this::watch, "database-watch");
    private int failures;

    private ServerWatch(Cluster cluster, int port) {
        this.cluster = cluster;
        this.port = port;
    }

    static ServerWatch over(Cluster cluster, int port) {
        ServerWatch watch = new ServerWatch(cluster, port);
        watch.thread.setDaemon(true);
        watch.thread.start();
        return watch;
    }

    /** Returns when it will start nothing any more. */
    @Override
    public void close() {
        closed.countDown();
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void watch() {
        try {
            long pause = LOOK_MILLIS;
            while (!closed.await(pause, TimeUnit.MILLISECONDS)) {
                pause = cluster.postmaster().isPresent() || startedAgain() ? LOOK_MILLIS : PAUSE_MILLIS;
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private boolean startedAgain() {
        try {
            cluster.startAgain(port);
            log.warn("The embedded database had ended and runs again");
            failures = 0;
            return true;
        } catch (DatabaseUnavailable e) {
            report(e.getMessage());
            return false;
        }
    }

    /** Once, and not where the next attempt does it. */
    private void report(String complaint) {
        if (++failures == WORTH_A_LINE) {
            log.error("{} It is tried again every second.", complaint);
        }
    }
}
