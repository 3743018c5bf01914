package io.parcours.conversation;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * When those look again who wait for the same account: one after the other, so that ten thousand cost no more than ten. They are
 * called in when it is back ({@link Usher}); looking themselves is for the case that nobody calls.
 */
final class Tries {

    static final Duration APART = Duration.ofMillis(500);

    private final Map<String, Instant> last = new ConcurrentHashMap<>();

    /** @return how long to stay away: no less than this, and longer the more are waiting */
    Duration next(String gate, Instant now, Duration least) {
        Instant at = last.merge(gate, now.plus(least), (before, earliest) -> {
            Instant behind = before.plus(APART);
            return behind.isAfter(earliest) ? behind : earliest;
        });
        return Duration.between(now, at);
    }

    /** Nobody has to wait there any more. */
    void forget(String gate) {
        last.remove(gate);
    }
}
