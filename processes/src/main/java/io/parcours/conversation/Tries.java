package io.parcours.conversation;

import io.parcours.engine.Gates.Gate;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * When those look again who wait for the same account: one after the other, so that ten thousand cost no more than ten. They are
 * called in when it is back ({@link Usher}); looking themselves is for the case that nobody calls.
 */
final class Tries {

    static final Duration APART = Duration.ofMillis(500);

    private final Map<Gate, Instant> last = new ConcurrentHashMap<>();

    /** @return how long to stay away: no less than this, and longer the more are waiting */
    Duration next(Gate gate, Instant now, Duration least) {
        Instant at = last.merge(gate, now.plus(least), (before, earliest) -> {
            Instant behind = before.plus(APART);
            return behind.isAfter(earliest) ? behind : earliest;
        });
        return Duration.between(now, at);
    }

    /** Anywhere else nobody waits any more. */
    void waitingOnlyAt(Collection<Gate> gates) {
        last.keySet().retainAll(gates);
    }
}
