package io.parcours.connector.mail;

import io.parcours.conversation.Problem;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Nobody writes dozens of mails in an hour but a machine that answers ours: the last word must be somebody's. A mail that is read
 * again, since the mailbox broke off before it was marked, is the same mail.
 */
final class LoopGuard {

    private static final Duration WINDOW = Duration.ofHours(1);
    private static final int SENDERS_KEPT = 10_000;

    private final int most;
    private final Clock clock;
    /** By sender when each mail was acted on, the first one first. */
    private final Map<String, Map<String, Instant>> recent = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Map<String, Instant>> eldest) {
            return size() > SENDERS_KEPT;
        }
    };

    LoopGuard(int mostAnHour, Clock clock) {
        this.most = mostAnHour;
        this.clock = clock;
    }

    /** @param mail what it is known by */
    synchronized void count(String sender, String mail) {
        recent.computeIfAbsent(sender, unseen -> new LinkedHashMap<>()).putIfAbsent(mail, clock.instant());
    }

    /** Why nothing acts on this one; empty where something may, or did already. */
    synchronized Optional<Problem> reason(String sender, String mail) {
        Map<String, Instant> acted = recent.getOrDefault(sender, new LinkedHashMap<>());
        Instant begin = clock.instant().minus(WINDOW);
        acted.values().removeIf(time -> time.isBefore(begin));
        return acted.size() >= most && !acted.containsKey(mail)
                ? Optional.of(Problem.of("notice.mail.tooMany", most))
                : Optional.empty();
    }
}
