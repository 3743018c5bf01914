package io.parcours.connector.simulator;

import java.time.Duration;
import java.util.Deque;
import java.util.Optional;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.atomic.AtomicInteger;

/** How the simulated Telegram behaves, and misbehaves; every setting holds from the next message on. */
public final class TelegramFaults {

    private static final int MOST_REPEATS = 5;

    private final Deque<TelegramRefusal> nextAnswers = new ConcurrentLinkedDeque<>();
    private final AtomicInteger hangUps = new AtomicInteger();
    private final AtomicInteger wrongSecrets = new AtomicInteger();
    volatile boolean down;
    volatile boolean revoked;
    volatile Duration answerDelay = Duration.ZERO;
    volatile int perSecond;
    volatile int repeats = 1;
    volatile boolean shuffles;
    volatile boolean held;
    volatile Duration redeliveryPause = Duration.ofMillis(500);
    volatile Duration patience = Duration.ofSeconds(10);
    private Runnable onRelease = () -> {};

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

    /** Messages are taken at once and answered after this time. */
    public void answerAfter(Duration delay) {
        answerDelay = delay;
    }

    /** The next messages are taken, and the connection ends without an answer. */
    public void hangUp(int messages) {
        hangUps.set(messages);
    }

    /** Every request is answered with 502 until {@link #up}. */
    public void down() {
        down = true;
    }

    public void up() {
        down = false;
    }

    /** Whether the bots' tokens were revoked: every request is answered with 401. */
    public void revokeTokens(boolean all) {
        revoked = all;
    }

    /** @param messagesPerSecond of one bot; 0 for no limit */
    public void throttleAbove(int messagesPerSecond) {
        perSecond = messagesPerSecond;
    }

    /** @param times how often each update is told in all, 1 to 5, under numbers of their own */
    public void repeatEach(int times) {
        if (times < 1 || times > MOST_REPEATS) {
            throw new IllegalArgumentException("From 1 to " + MOST_REPEATS + ", not " + times);
        }
        repeats = times;
    }

    /** Every other update is overtaken by the one after it. */
    public void shuffle(boolean shuffled) {
        shuffles = shuffled;
    }

    /** The next POSTs to the platform show another secret. */
    public void showWrongSecret(int posts) {
        wrongSecrets.set(posts);
    }

    /** Keeps updates back until {@link #release}. */
    public void holdUpdates() {
        held = true;
    }

    public void release() {
        held = false;
        onRelease.run();
    }

    /** @param first the pause after the first failure of a webhook; it doubles with each, up to 32 times */
    public void redeliverAfter(Duration first) {
        redeliveryPause = first;
    }

    /** How long Telegram waits for the answer to a webhook. */
    public void waitForAnswers(Duration longest) {
        patience = longest;
    }

    void whenReleased(Runnable wake) {
        onRelease = wake;
    }

    Optional<TelegramRefusal> nextAnswer() {
        return Optional.ofNullable(nextAnswers.poll());
    }

    boolean hangsUp() {
        return counted(hangUps);
    }

    boolean showsWrongSecret() {
        return counted(wrongSecrets);
    }

    private static boolean counted(AtomicInteger left) {
        return left.getAndUpdate(now -> Math.max(0, now - 1)) > 0;
    }
}
