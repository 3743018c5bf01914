package io.parcours.connector.operatordata;

import io.micrometer.core.instrument.MeterRegistry;
import io.parcours.operatordata.ActUnknown;
import io.parcours.operatordata.NotAvailable;
import io.parcours.operatordata.Operation;
import io.parcours.operatordata.OperationRefused;
import io.parcours.operatordata.OperatorAnswer;
import io.parcours.operatordata.SystemState;
import java.time.Clock;
import java.util.List;
import java.util.Map;

/** One of an operator's systems with all that keeps it and us apart. Whatever goes wrong in a call ends as one of the port's words. */
final class OperatorSystem implements AutoCloseable {

    private final OperatorConnection connection;
    private final boolean configured;
    private final Map<String, Described> operations;
    private final String kind;
    private final BoundedCalls calls;
    private final Guard guard;
    private final AnswerCache cache;
    private final Figures figures;
    private final Clock clock;

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
        Backend backend = connection.sql() ? new SqlBackend(connection, configured) : new WebBackend(connection);
        this.kind = backend.kind();
        this.guard = new Guard(connection, clock);
        this.calls = new BoundedCalls(connection, backend, guard);
        this.cache = new AnswerCache(connection.options().cached(), clock);
        this.figures = new Figures(registry, connection, clock);
        this.clock = clock;
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
                kind,
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
            List<Map<String, Object>> rows = calls.rows(described, values, key);
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

    /** Takes no more calls. Those under way end as they would have, and then its connections. */
    void retire() {
        figures.forget();
        calls.retire();
    }

    @Override
    public void close() {
        calls.close();
    }
}
