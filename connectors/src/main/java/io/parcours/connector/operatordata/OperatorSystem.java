package io.parcours.connector.operatordata;

import io.micrometer.core.instrument.MeterRegistry;
import io.parcours.connector.Discreet;
import io.parcours.operatordata.ActUnknown;
import io.parcours.operatordata.NotAvailable;
import io.parcours.operatordata.Operation;
import io.parcours.operatordata.OperationRefused;
import io.parcours.operatordata.OperatorAnswer;
import io.parcours.operatordata.SystemState;
import java.time.Clock;
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

/** One of an operator's systems with all that keeps it and us apart. Whatever goes wrong in a call ends as one of the port's words. */
final class OperatorSystem implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(OperatorSystem.class);

    /** Why a call was not taken by a system that is to be no more. */
    static final String CLOSING = "closing";

    /** The longest time-out of an operation, and a margin. */
    private static final int LAST_CALL_SECONDS = 35;

    private final OperatorConnection connection;
    private final boolean configured;
    private final Map<String, Described> operations;
    private final Backend backend;
    private final Guard guard;
    private final AnswerCache cache;
    private final Figures figures;
    private final Clock clock;
    private final ExecutorService threads;

    OperatorSystem(
            OperatorConnection connection, Map<String, Described> operations, MeterRegistry registry, Clock clock) {
        this(connection, true, operations, registry, clock);
    }

    private OperatorSystem(
            OperatorConnection connection,
            boolean configured,
            Map<String, Described> operations,
            MeterRegistry registry,
            Clock clock) {
        this.connection = connection;
        this.configured = configured;
        this.operations = operations;
        this.backend = connection.sql() ? new SqlBackend(connection, configured) : new WebBackend(connection);
        this.guard = new Guard(connection, clock);
        this.cache = new AnswerCache(connection.options().cached(), clock);
        this.figures = new Figures(registry, connection, clock);
        this.clock = clock;
        // The bulkhead bounds them.
        this.threads = Executors.newCachedThreadPool(work -> {
            Thread thread = new Thread(work, "operator-" + connection.tenant() + "-" + connection.name());
            thread.setDaemon(true);
            return thread;
        });
    }

    /** One that the operator's administrator set up. */
    static OperatorSystem setUp(
            OperatorConnection connection, Map<String, Described> operations, MeterRegistry registry, Clock clock) {
        return new OperatorSystem(connection, false, operations, registry, clock);
    }

    /** From now on it is measured. */
    void begin() {
        figures.watch(guard);
    }

    boolean configured() {
        return configured;
    }

    OperatorConnection connection() {
        return connection;
    }

    List<Operation> operations() {
        return operations.values().stream().map(Described::operation).toList();
    }

    SystemState state() {
        return new SystemState(
                connection.name(),
                backend.kind(),
                configured,
                guard.openSince(),
                figures.lastError(),
                figures.lastErrorAt(),
                figures.calls(),
                figures.failures(),
                figures.p95());
    }

    OperatorAnswer read(String name, Map<String, ?> parameters) {
        Described described = described(name, false);
        Map<String, Object> values = ParameterValues.read(described, parameters);
        Operation operation = described.operation();
        AnswerCache.Question question = new AnswerCache.Question(name, values);
        if (operation.cached().isZero()) {
            return call(described, values, null);
        }
        return cache.find(question, operation.cached()).orElseGet(() -> {
            long asked = cache.changes();
            OperatorAnswer answer = call(described, values, null);
            cache.keep(question, answer, asked);
            return answer;
        });
    }

    OperatorAnswer write(String name, Map<String, ?> parameters, String key) {
        Described described = described(name, true);
        Map<String, Object> values = ParameterValues.read(described, parameters);
        try {
            return call(described, values, key);
        } finally {
            cache.forget();
        }
    }

    private Described described(String name, boolean write) {
        Described described = operations.get(name);
        if (described == null) {
            throw new OperationRefused("no-operation");
        }
        if (described.operation().write() != write) {
            throw new OperationRefused(write ? "not-a-write" : "not-a-read");
        }
        return described;
    }

    private OperatorAnswer call(Described described, Map<String, Object> values, String key) {
        String name = described.operation().name();
        try {
            guard.enter();
        } catch (NotAvailable keptBack) {
            figures.keptBack(name, keptBack.reason());
            throw keptBack;
        }
        long began = System.nanoTime();
        try {
            List<Map<String, Object>> rows = bounded(described, values, key);
            guard.answered(System.nanoTime() - began);
            figures.called(name, "answered", System.nanoTime() - began, null);
            return new OperatorAnswer(rows, clock.instant());
        } catch (OperationRefused refused) {
            // A no is an answer.
            guard.answered(System.nanoTime() - began);
            figures.called(name, "refused", System.nanoTime() - began, null);
            throw refused;
        } catch (NotAvailable | ActUnknown failure) {
            guard.failed(System.nanoTime() - began, failure);
            String outcome = failure instanceof ActUnknown ? "unknown" : "unavailable";
            figures.called(name, outcome, System.nanoTime() - began, failure.getMessage());
            throw failure;
        }
    }

    private List<Map<String, Object>> bounded(Described described, Map<String, Object> values, String key) {
        boolean write = described.operation().write();
        LastWord word = new LastWord();
        try {
            Future<List<Map<String, Object>>> work = submit(() -> backend.call(described, values, key, word));
            return work.get(described.operation().timeout().toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException late) {
            boolean nothingHappened = word.givesUp() || !write;
            throw nothingHappened ? new NotAvailable("timeout", late) : new ActUnknown("timeout", late);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            boolean nothingHappened = word.givesUp() || !write;
            throw nothingHappened ? new NotAvailable("interrupted", e) : new ActUnknown("interrupted", e);
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

    private RuntimeException meaning(Throwable cause, boolean write, LastWord word) {
        if (cause instanceof NotAvailable || cause instanceof ActUnknown || cause instanceof OperationRefused) {
            return (RuntimeException) cause;
        }
        LOG.warn("{}: a call ended unexpectedly", connection, Discreet.copy(cause));
        return write && word.begun() ? new ActUnknown("failure", cause) : new NotAvailable("failure", cause);
    }

    /** Takes no more calls. Those under way end as they would have, and then its connections. */
    void retire() {
        figures.forget();
        threads.shutdown();
        Thread last = new Thread(this::end, "operator-" + connection.tenant() + "-" + connection.name() + "-end");
        last.setDaemon(true);
        last.start();
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
