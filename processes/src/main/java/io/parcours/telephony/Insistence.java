package io.parcours.telephony;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;

/** Writes what a call brings, which comes only once: tries again for ten seconds where the database does not take it. */
public final class Insistence {

    private static final List<Duration> PAUSES =
            List.of(Duration.ofMillis(100), Duration.ofMillis(500), Duration.ofSeconds(2), Duration.ofSeconds(8));

    private Insistence() {}

    /**
     * @param givenUp told the last failure; not where the thread was interrupted, as at the platform's end
     * @return whether it is written
     */
    public static boolean written(Runnable write, Consumer<RuntimeException> givenUp) {
        return written(write, givenUp, PAUSES);
    }

    /** Once at least, interrupted or not. */
    static boolean written(Runnable write, Consumer<RuntimeException> givenUp, List<Duration> pauses) {
        int attempt = 0;
        do {
            try {
                write.run();
                return true;
            } catch (RuntimeException failure) {
                if (attempt == pauses.size()) {
                    givenUp.accept(failure);
                    return false;
                }
                LockSupport.parkNanos(pauses.get(attempt).toNanos());
                attempt++;
            }
        } while (!Thread.currentThread().isInterrupted());
        return false;
    }
}
