package io.parcours.connector.simulator;

import java.util.Deque;
import java.util.Optional;
import java.util.concurrent.ConcurrentLinkedDeque;

/** How the simulated Telegram behaves beside what all providers do. Down it answers 502; what it tells twice has two numbers. */
public final class TelegramFaults extends WebFaults {

    private final Deque<TelegramRefusal> nextAnswers = new ConcurrentLinkedDeque<>();
    volatile boolean revoked;

    TelegramFaults() {}

    /** The next messages are refused, before anybody looks at them. */
    public void answerNext(int messages, int code, String description) {
        for (int i = 0; i < messages; i++) {
            nextAnswers.add(new TelegramRefusal(code, description, 0));
        }
    }

    /** The next messages are too many. @param seconds how long the bot is told to be silent */
    public void floodNext(int messages, int seconds) {
        for (int i = 0; i < messages; i++) {
            nextAnswers.add(TelegramRefusal.tooMany(seconds));
        }
    }

    /** Whether the bots' tokens were revoked: every request is answered with 401. */
    public void revokeTokens(boolean all) {
        revoked = all;
    }

    Optional<TelegramRefusal> nextAnswer() {
        return Optional.ofNullable(nextAnswers.poll());
    }
}
