package io.parcours.connector.simulator;

import java.time.Duration;
import java.util.Deque;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;

/** How the simulated message centre behaves, and misbehaves; every setting holds from the next message on. */
public final class SmscFaults {

    private static final int BIND_FAILED = 0x0D;
    private static final int QUEUE_FULL = 0x14;
    private static final int THROTTLED = 0x58;

    private final Deque<Integer> nextAnswers = new ConcurrentLinkedDeque<>();
    private final AtomicInteger lostAcknowledgements = new AtomicInteger();
    private final SmscThrottle throttle = new SmscThrottle();
    private volatile Predicate<String> refused = msisdn -> false;
    private volatile int refusal;
    private volatile int bindStatus;
    private volatile Duration answerDelay = Duration.ZERO;
    private volatile Duration receiptDelay = Duration.ofMillis(800);
    private volatile Duration redeliveryPause = Duration.ofMillis(500);
    private volatile Duration patience = Duration.ofSeconds(10);
    private volatile boolean receiptsFirst;
    private volatile boolean receiptsHeld;
    private volatile boolean hexIds;
    private volatile String receiptState = "DELIVRD";
    private volatile String receiptError = "000";

    SmscFaults() {}

    public void refuseBinds() {
        bindStatus = BIND_FAILED;
    }

    public void acceptBinds() {
        bindStatus = 0;
    }

    public void throttleNext(int submissions) {
        answerNext(submissions, THROTTLED);
    }

    /** Whatever comes above this rate is throttled; 0 throttles everything, a negative one nothing. */
    public void throttleAbove(int submissionsPerSecond) {
        throttle.limit(submissionsPerSecond);
    }

    /** @param status the SMPP command status by which submissions to these subscribers are refused, until told otherwise */
    public void refuseTo(Predicate<String> msisdn, int status) {
        refusal = status;
        refused = msisdn;
    }

    public void queueFullForNext(int submissions) {
        answerNext(submissions, QUEUE_FULL);
    }

    /** @param status the SMPP command status to answer with, 0 to accept */
    public void answerNext(int submissions, int status) {
        for (int i = 0; i < submissions; i++) {
            nextAnswers.add(status);
        }
    }

    public void answerAfter(Duration delay) {
        answerDelay = delay;
    }

    public void receiptsAfter(Duration delay) {
        receiptDelay = delay;
    }

    /** Each receipt is delivered before its submission is answered. */
    public void receiptsBeforeAnswers(boolean first) {
        receiptsFirst = first;
    }

    /** @param state as in the text of a receipt: DELIVRD, UNDELIV, EXPIRED, … */
    public void receiptsSay(String state, String error) {
        receiptState = state;
        receiptError = error;
    }

    /** Answers name messages in hexadecimal, receipts in decimal. */
    public void hexadecimalIds(boolean hexadecimal) {
        hexIds = hexadecimal;
    }

    /**
     * After the next acknowledged deliveries the centre behaves as if the bind had been lost before: it delivers again.
     */
    public void loseAcknowledgements(int deliveries) {
        lostAcknowledgements.set(deliveries);
    }

    public void redeliverAfter(Duration pause) {
        redeliveryPause = pause;
    }

    /** How long the centre waits for the answer to a delivery. */
    public void waitForAnswers(Duration longest) {
        patience = longest;
    }

    void holdReceipts(boolean held) {
        receiptsHeld = held;
    }

    int bindStatus() {
        return bindStatus;
    }

    int answerTo(String msisdn) {
        Integer status = nextAnswers.poll();
        if (status != null) {
            return status;
        }
        if (throttle.exceeded()) {
            return THROTTLED;
        }
        return refused.test(msisdn) ? refusal : 0;
    }

    boolean losesAcknowledgement() {
        return lostAcknowledgements.getAndUpdate(left -> Math.max(0, left - 1)) > 0;
    }

    Duration answerDelay() {
        return answerDelay;
    }

    Duration receiptDelay() {
        return receiptDelay;
    }

    Duration redeliveryPause() {
        return redeliveryPause;
    }

    Duration patience() {
        return patience;
    }

    boolean receiptsFirst() {
        return receiptsFirst;
    }

    boolean receiptsHeld() {
        return receiptsHeld;
    }

    boolean hexIds() {
        return hexIds;
    }

    String receiptState() {
        return receiptState;
    }

    String receiptError() {
        return receiptError;
    }
}
