package io.parcours.connector.sms;

import java.util.concurrent.Semaphore;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicInteger;

/** An account at work: its routes' names, its state, and what sending and receipts share. */
final class SmsLine {

    private final SmsAccount account;
    private final SmsAccountState state;
    private final ReceiptIds ids;
    private final Semaphore window;
    private final AtomicInteger reference =
            new AtomicInteger(ThreadLocalRandom.current().nextInt(256));

    SmsLine(SmsAccount account) {
        this.account = account;
        this.state = new SmsAccountState(account);
        this.ids = new ReceiptIds(account.options().receiptIds());
        this.window = new Semaphore(account.options().window());
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
