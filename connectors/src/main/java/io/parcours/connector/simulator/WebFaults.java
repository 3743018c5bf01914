package io.parcours.connector.simulator;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;

/** How a simulated provider over HTTP behaves, and misbehaves; every setting holds from the next message on. */
public abstract sealed class WebFaults permits MetaFaults, TelegramFaults {

    private static final int MOST_REPEATS = 5;

    private final AtomicInteger hangUps = new AtomicInteger();
    private final AtomicInteger forgeries = new AtomicInteger();
    volatile boolean down;
    volatile Duration answerDelay = Duration.ZERO;
    volatile int perSecond;
    volatile int repeats = 1;
    volatile boolean shuffles;
    volatile boolean held;
    volatile Duration redeliveryPause = Duration.ofMillis(500);
    volatile Duration patience = Duration.ofSeconds(10);
    private Runnable onRelease = () -> {};

    WebFaults() {}

    /** Messages are taken at once and answered after this time. */
    public final void answerAfter(Duration delay) {
        answerDelay = delay;
    }

    /** The next messages are taken, and the connection ends without an answer. */
    public final void hangUp(int messages) {
        hangUps.set(messages);
    }

    /** Every request is answered as by a provider that is not at work, until {@link #up}. */
    public final void down() {
        down = true;
    }

    public final void up() {
        down = false;
    }

    /** @param messagesPerSecond of one account; 0 for no limit */
    public final void throttleAbove(int messagesPerSecond) {
        perSecond = messagesPerSecond;
    }

    /** @param times how often the platform is told each thing in all, 1 to 5 */
    public final void repeatEach(int times) {
        if (times < 1 || times > MOST_REPEATS) {
            throw new IllegalArgumentException("From 1 to " + MOST_REPEATS + ", not " + times);
        }
        repeats = times;
    }

    /** Every other message is overtaken by the one written after it. */
    public final void shuffle(boolean shuffled) {
        shuffles = shuffled;
    }

    /** The next POSTs to the platform bring a proof made with another secret. */
    public final void signWrongly(int posts) {
        forgeries.set(posts);
    }

    /** Keeps what the platform has to be told back until {@link #release}. */
    public final void holdWebhooks() {
        held = true;
    }

    public final void release() {
        held = false;
        onRelease.run();
    }

    /** @param first the pause after the first failure; it doubles with each, up to a limit */
    public final void redeliverAfter(Duration first) {
        redeliveryPause = first;
    }

    /** How long the provider waits for the answer to a webhook. */
    public final void waitForAnswers(Duration longest) {
        patience = longest;
    }

    final void whenReleased(Runnable wake) {
        onRelease = wake;
    }

    final boolean hangsUp() {
        return Countdown.take(hangUps);
    }

    final boolean signsWrongly() {
        return Countdown.take(forgeries);
    }
}
