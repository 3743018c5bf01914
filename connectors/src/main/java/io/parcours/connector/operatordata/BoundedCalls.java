package io.parcours.connector.operatordata;

import io.parcours.connector.Discreet;
import io.parcours.operatordata.ActUnknown;
import io.parcours.operatordata.NotAvailable;
import io.parcours.operatordata.OperationRefused;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Calls of a system on threads of its own: a caller waits no longer than the operation's time-out. */
final class BoundedCalls implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(BoundedCalls.class);

    /** Why a call was not taken by a system that is to be no more. */
    static final String CLOSING = "closing";

    /** The longest time-out of an operation, and a margin. */
    private static final int LAST_CALL_SECONDS = 35;

    private final OperatorConnection connection;
    private final Backend backend;
    private final Guard guard;
    private final ExecutorService threads;

    /** @param guard entered before each call; it bounds the threads */
    BoundedCalls(OperatorConnection connection, Backend backend, Guard guard) {
        this.connection = connection;
        this.backend = backend;
        this.guard = guard;
        this.threads = Executors.newCachedThreadPool(this::thread);
    }

    private Thread thread(Runnable work) {
        Thread thread = new Thread(work, "operator-" + connection.tenant() + "-" + connection.name());
        thread.setDaemon(true);
        return thread;
    }

    /**
     * @throws NotAvailable where nothing happened
     * @throws ActUnknown where it may have
     * @throws OperationRefused where the system said no
     */
    List<Map<String, Object>> rows(Described described, Map<String, Object> values, String key) {
        boolean write = described.operation().write();
        LastWord word = new LastWord();
        try {
            Future<List<Map<String, Object>>> work = submit(() -> backend.call(described, values, key, word));
            return work.get(described.operation().timeout().toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException late) {
            throw unanswered("timeout", late, write, word);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw unanswered("interrupted", e, write, word);
        } catch (ExecutionException failure) {
            throw meaning(failure.getCause(), write, word);
        }
    }

    private Future<List<Map<String, Object>>> submit(Callable<List<Map<String, Object>>> call) {
        try {
            return threads.submit(() -> {
                try {
                    return call.call();
                } finally {
                    guard.left();
                }
            });
        } catch (RejectedExecutionException closing) {
            guard.left();
            throw new NotAvailable(CLOSING, closing);
        }
    }

    private static RuntimeException unanswered(String code, Exception cause, boolean write, LastWord word) {
        boolean nothingHappened = word.givesUp() || !write;
        return nothingHappened ? new NotAvailable(code, cause) : new ActUnknown(code, cause);
    }

    private RuntimeException meaning(Throwable cause, boolean write, LastWord word) {
        if (cause instanceof NotAvailable || cause instanceof ActUnknown || cause instanceof OperationRefused) {
            return (RuntimeException) cause;
        }
        LOG.warn("{}: a call ended unexpectedly", connection, Discreet.copy(cause));
        return write && word.begun() ? new ActUnknown("failure", cause) : new NotAvailable("failure", cause);
    }

    /** None is taken any more; when the last one has ended, the connections do. */
    void retire() {
        threads.shutdown();
        thread(this::end).start();
    }

    private void end() {
        try {
            threads.awaitTermination(LAST_CALL_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        close();
    }

    @Override
    public void close() {
        threads.shutdownNow();
        backend.close();
    }
}
