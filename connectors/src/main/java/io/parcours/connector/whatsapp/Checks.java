package io.parcours.connector.whatsapp;

import java.time.Duration;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Asks for accounts that are down whether they work again, so that no message has to find out. */
final class Checks implements AutoCloseable {

    static final Duration FIRST = Duration.ofSeconds(1);

    private static final Logger log = LoggerFactory.getLogger(Checks.class);

    private final ScheduledThreadPoolExecutor timer = new ScheduledThreadPoolExecutor(1, work -> {
        Thread thread = new Thread(work, "whatsapp-checks");
        thread.setDaemon(true);
        return thread;
    });

    Checks() {
        timer.setExecuteExistingDelayedTasksAfterShutdownPolicy(false);
        // At shutdown nobody needs the answer any more.
        timer.setRejectedExecutionHandler(new ThreadPoolExecutor.DiscardPolicy());
    }

    /** Nothing is sent from now on until a check finds the account at work. */
    void down(WhatsAppLine line, String problem, Duration firstCheck) {
        if (line.health().down(problem)) {
            log.warn(
                    "WhatsApp account {}/{} is down: {}",
                    line.account().tenant(),
                    line.account().name(),
                    problem);
            later(line, firstCheck);
        }
    }

    static String refused(CloudAnswer answer) {
        return "Meta refuses the account (" + answer + "): check its token, permissions and phone number id";
    }

    static String unreachable(Throwable failure) {
        Throwable first = failure;
        while (first instanceof CompletionException && first.getCause() != null) {
            first = first.getCause();
        }
        return "it cannot be reached (" + first.getClass().getSimpleName() + ")";
    }

    private void later(WhatsAppLine line, Duration pause) {
        Duration most = line.account().options().checkAgain();
        Duration wait = pause.compareTo(most) < 0 ? pause : most;
        timer.schedule(() -> check(line, wait), wait.toMillis(), TimeUnit.MILLISECONDS);
    }

    private void check(WhatsAppLine line, Duration waited) {
        line.api().check().whenComplete((answer, failure) -> {
            if (failure != null) {
                line.health().down(unreachable(failure));
                later(line, waited.multipliedBy(2));
            } else if (refusesUs(answer)) {
                line.health().down(refused(answer));
                later(line, line.account().options().checkAgain());
            } else if (line.health().up()) {
                log.info(
                        "WhatsApp account {}/{} works again",
                        line.account().tenant(),
                        line.account().name());
            }
        });
    }

    /** Whoever has the messages but not this question answers that there is no such object: that is work, too. */
    private static boolean refusesUs(CloudAnswer answer) {
        return !answer.success()
                && answer.meaning() == ErrorCodes.Meaning.ACCOUNT
                && answer.subcode() != ErrorCodes.NO_SUCH_OBJECT;
    }

    @Override
    public void close() {
        timer.shutdownNow();
    }
}
