package io.parcours.connector.sms;

import io.parcours.connector.Pace;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicInteger;

/** An account at work: its routes' names, its state, and what sending and receipts share. */
final class SmsLine {

    private static final int MOST_DOUBLINGS = 4;

    private final SmsAccount account;
    private final SmsAccountState state;
    private final ReceiptIds ids;
    private final Semaphore window;
    private final Pace pace;
    private final AtomicInteger throttled = new AtomicInteger();
    private final AtomicInteger reference =
            new AtomicInteger(ThreadLocalRandom.current().nextInt(256));

    SmsLine(SmsAccount account) {
        this.account = account;
        this.state = new SmsAccountState(account);
        this.ids = new ReceiptIds(account.options().receiptIds());
        this.window = new Semaphore(account.options().window());
        this.pace = new Pace(account.options().rate());
    }

    SmsAccount account() {
        return account;
    }

    SmsAccountState state() {
        return state;
    }

    ReceiptIds ids() {
        return ids;
    }

    Semaphore window() {
        return window;
    }

    Pace pace() {
        return pace;
    }

    /**
     * The centre wants less: it is left alone for a second, and twice as long each time that it says so again. Several answers at
     * once count as one.
     */
    synchronized void throttled() {
        if (!pace.held().isZero()) {
            return;
        }
        int times = Math.min(throttled.getAndIncrement(), MOST_DOUBLINGS);
        pace.hold(Duration.ofSeconds(1L << times));
    }

    /** Answers to what was sent before the pause say nothing about its end. */
    void taken() {
        if (pace.held().isZero()) {
            throttled.set(0);
        }
    }

    /** What the segments of one text share. */
    int nextReference() {
        return reference.incrementAndGet() & 0xFF;
    }

    String inboundRoute() {
        return "sms-in-" + account.tenant() + "-" + account.name();
    }

    String outboundRoute() {
        return "sms-out-" + account.tenant() + "-" + account.name();
    }

    String outboundUri() {
        // Unbound at shutdown, the route is gone: the caller learns it at once instead of waiting 30 s for it.
        return "direct:" + outboundRoute() + "?block=false";
    }
}
