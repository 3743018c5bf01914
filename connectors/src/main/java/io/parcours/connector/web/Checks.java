package io.parcours.connector.web;

import io.parcours.conversation.Problem;
import java.time.Duration;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Asks for accounts whether they work, at their beginning and while they are down, so that no message has to find out. */
public final class Checks implements AutoCloseable {

    public static final Duration FIRST = Duration.ofSeconds(1);

    private static final Logger log = LoggerFactory.getLogger(Checks.class);

    private final ScheduledThreadPoolExecutor timer;

    public Checks(String channel) {
        timer = new ScheduledThreadPoolExecutor(1, work -> {
            Thread thread = new Thread(work, channel + "-checks");
            thread.setDaemon(true);
            return thread;
        });
        timer.setExecuteExistingDelayedTasksAfterShutdownPolicy(false);
        // At shutdown nobody needs the answer any more.
        timer.setRejectedExecutionHandler(new ThreadPoolExecutor.DiscardPolicy());
    }

    /** Asks once for an account that is new at work, while it works already. */
    public void begin(WebLine line) {
        timer.execute(() -> line.problem().whenComplete((problem, failure) -> {
            if (failure != null) {
                down(line, unreachable(failure), FIRST);
            } else {
                problem.ifPresent(why -> down(line, why, line.account().web().checkAgain()));
            }
        }));
    }

    /** Nothing is sent from now on until a check finds the account at work. */
    public void down(WebLine line, Problem problem, Duration firstCheck) {
        if (!line.retired() && line.health().down(problem)) {
            log.warn("{} is down: {}", line.label(), problem);
            later(line, firstCheck);
        }
    }

    /** What is wrong where a call got no answer, or none that tells. */
    public static Problem unreachable(Throwable failure) {
        Throwable first = failure;
        while (first instanceof CompletionException && first.getCause() != null) {
            first = first.getCause();
        }
        if (first instanceof NotNow told) {
            return told.problem();
        }
        return Problem.of("unreachable", first.getClass().getSimpleName());
    }

    private void later(WebLine line, Duration pause) {
        if (line.retired()) {
            return;
        }
        Duration most = line.account().web().checkAgain();
        Duration wait = pause.compareTo(most) < 0 ? pause : most;
        timer.schedule(() -> check(line, wait), wait.toMillis(), TimeUnit.MILLISECONDS);
    }

    private void check(WebLine line, Duration waited) {
        if (line.retired()) {
            return;
        }
        line.problem().whenComplete((problem, failure) -> {
            if (failure != null) {
                line.health().down(unreachable(failure));
                later(line, waited.multipliedBy(2));
            } else if (problem.isPresent()) {
                line.health().down(problem.get());
                later(line, line.account().web().checkAgain());
            } else if (line.health().up()) {
                log.info("{} works again", line.label());
            }
        });
    }

    @Override
    public void close() {
        timer.shutdownNow();
    }
}
