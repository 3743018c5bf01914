package io.parcours.connector.simulator;

import java.time.Duration;
import java.util.Deque;
import java.util.Optional;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.atomic.AtomicInteger;

/** How a simulated service of Meta's behaves, and misbehaves; every setting holds from the next message on. */
public abstract sealed class MetaFaults permits WhatsAppFaults, MessengerFaults {

    private static final int MOST_REPEATS = 5;

    private final Deque<GraphError> nextAnswers = new ConcurrentLinkedDeque<>();
    private final AtomicInteger hangUps = new AtomicInteger();
    private final AtomicInteger wrongSignatures = new AtomicInteger();
    volatile boolean down;
    volatile Duration answerDelay = Duration.ZERO;
    volatile int perSecond;
    volatile Duration statusPause = Duration.ofMillis(400);
    volatile boolean readsAlways;
    volatile int repeats = 1;
    volatile boolean shuffles;
    volatile int batch = 1;
    volatile boolean held;
    volatile Duration redeliveryPause = Duration.ofMillis(500);
    volatile Duration patience = Duration.ofSeconds(10);
    private Runnable onRelease = () -> {};

    MetaFaults() {}

    /** The next messages are refused, before anybody looks at them. */
    public void answerNext(int messages, int httpStatus, int code) {
        answerNext(messages, httpStatus, code, null);
    }

    /** @param subcode null for none */
    public void answerNext(int messages, int httpStatus, int code, Integer subcode) {
        for (int i = 0; i < messages; i++) {
            nextAnswers.add(GraphError.told(httpStatus, code, subcode));
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

    /** Every request is answered with 503 until {@link #up}. */
    public void down() {
        down = true;
    }

    public void up() {
        down = false;
    }

    /** @param messagesPerSecond of one account; 0 for no limit */
    public void throttleAbove(int messagesPerSecond) {
        perSecond = messagesPerSecond;
    }

    /** @param each the pause before each of sent, delivered and read */
    public void statusesAfter(Duration each) {
        statusPause = each;
    }

    /** Subscribers read what they get, whether or not their handset was opened. */
    public void readAlways(boolean always) {
        readsAlways = always;
    }

    /** @param times how often each webhook is delivered in all, 1 to 5; copies go beside the first, not after it */
    public void repeatEach(int times) {
        if (times < 1 || times > MOST_REPEATS) {
            throw new IllegalArgumentException("From 1 to " + MOST_REPEATS + ", not " + times);
        }
        repeats = times;
    }

    /** Statuses come last first, and every other message is overtaken by the one written after it. */
    public void shuffle(boolean shuffled) {
        shuffles = shuffled;
    }

    /** @param most how many messages and statuses one POST may carry */
    public void batch(int most) {
        batch = Math.max(1, most);
    }

    /** The next POSTs to the platform carry a signature made with another secret. */
    public void signWrongly(int posts) {
        wrongSignatures.set(posts);
    }

    /** Keeps webhooks back until {@link #release}. */
    public void holdWebhooks() {
        held = true;
    }

    public void release() {
        held = false;
        onRelease.run();
    }

    /** @param first the pause after the first failure; it doubles with each, up to twenty times */
    public void redeliverAfter(Duration first) {
        redeliveryPause = first;
    }

    /** How long Meta waits for the answer to a webhook. */
    public void waitForAnswers(Duration longest) {
        patience = longest;
    }

    void whenReleased(Runnable wake) {
        onRelease = wake;
    }

    Optional<GraphError> nextAnswer() {
        return Optional.ofNullable(nextAnswers.poll());
    }

    boolean hangsUp() {
        return counted(hangUps);
    }

    boolean signsWrongly() {
        return counted(wrongSignatures);
    }

    private static boolean counted(AtomicInteger left) {
        return left.getAndUpdate(now -> Math.max(0, now - 1)) > 0;
    }
}
