package io.parcours.connector.mail;

import io.parcours.conversation.Problem;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Nobody writes dozens of mails in an hour but a machine that answers ours: the last word must be somebody's. */
final class LoopGuard {

    private static final Duration WINDOW = Duration.ofHours(1);
    private static final int SENDERS_KEPT = 10_000;

    private final int most;
    private final Clock clock;
    private final Map<String, Deque<Instant>> recent = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Deque<Instant>> eldest) {
            return size() > SENDERS_KEPT;
        }
    };

    LoopGuard(int mostAnHour, Clock clock) {
        this.most = mostAnHour;
        this.clock = clock;
    }

    synchronized void count(String sender) {
        Deque<Instant> times = recent.computeIfAbsent(sender, unseen -> new ArrayDeque<>());
        times.addLast(clock.instant());
        if (times.size() > most) {
            times.removeFirst();
        }
    }

    /** Why nothing acts on one more; empty where something may. */
    synchronized Optional<Problem> reason(String sender) {
        Deque<Instant> times = recent.getOrDefault(sender, new ArrayDeque<>());
        Instant begin = clock.instant().minus(WINDOW);
        times.removeIf(time -> time.isBefore(begin));
        return times.size() >= most ? Optional.of(Problem.of("notice.mail.tooMany", most)) : Optional.empty();
    }
}
