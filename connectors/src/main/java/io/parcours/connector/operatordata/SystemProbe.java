package io.parcours.connector.operatordata;

import io.parcours.conversation.Problem;
import java.util.Collection;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Tries a system once, beside the one at work, and waits no longer than a person does. */
final class SystemProbe {

    private static final int PATIENCE_SECONDS = 8;

    private SystemProbe() {}

    /** What is wrong; empty where it would work. */
    static Optional<Problem> problem(OperatorConnection connection, Collection<Described> operations) {
        FutureTask<Optional<Problem>> trial = new FutureTask<>(() -> connection.sql()
                ? new SqlProbe(connection).problem(operations)
                : new WebProbe(new WebBackend(connection)).problem(operations));
        Thread thread = new Thread(trial, "operator-" + connection.tenant() + "-trial");
        thread.setDaemon(true);
        thread.start();
        try {
            return trial.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (TimeoutException late) {
            trial.cancel(true);
            return Optional.of(Problem.of("system.late"));
        } catch (ExecutionException failure) {
            return Optional.of(Problem.of(
                    "system.unreachable", failure.getCause().getClass().getSimpleName()));
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            return Optional.of(Problem.of("stopped"));
        }
    }
}
