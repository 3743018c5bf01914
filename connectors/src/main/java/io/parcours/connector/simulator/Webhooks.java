package io.parcours.connector.simulator;

import io.parcours.connector.simulator.Lanes.Delivery;
import io.parcours.connector.simulator.Lanes.Load;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;

/** Tells the platform of one account's messages and statuses, again and again until it has taken them. */
final class Webhooks {

    private static final int LONGEST_PAUSE = 20;
    private static final int MOST_DOUBLINGS = 5;
    private static final Duration OVERTAKING = Duration.ofMillis(250);
    private static final Duration GATHERING = Duration.ofMillis(50);

    private final Mailing mailing;
    private final MetaFaults faults;
    private final Clockwork clockwork;
    private final Lanes lanes = new Lanes();
    private final AtomicLong numbers = new AtomicLong();
    private volatile Callback callback;
    private volatile boolean verified;

    Webhooks(Mailing mailing, MetaFaults faults, Clockwork clockwork) {
        this.mailing = mailing;
        this.faults = faults;
        this.clockwork = clockwork;
    }

    void subscribe(String url) {
        Callback fresh = new Callback(url);
        verified = false;
        callback = fresh;
        clockwork.now(() -> shakeHands(fresh, 1));
    }

    boolean verified() {
        return verified;
    }

    /** After everything else that this subscriber wrote, unless told to shuffle. */
    void tellMessage(Notification message) {
        long number = numbers.incrementAndGet();
        if (!faults.shuffles) {
            put("messages of " + message.subscriber(), message);
        } else {
            Duration pause = number % 2 == 1 ? OVERTAKING : Duration.ZERO;
            clockwork.after(pause, () -> put("message " + message.id(), message));
        }
    }

    /** After the other statuses of the same message. */
    void tellStatus(Notification status) {
        put("statuses of " + status.id(), status);
    }

    /** To be called when something no longer stands in the way. */
    void wake() {
        deliver(lanes.ready());
    }

    private void put(String lane, Notification notification) {
        lanes.put(lane, new Delivery(notification, 1));
        deliverSoon();
    }

    /** Nobody looks for work on their own: each lane that becomes ready is met with a call. */
    private void deliver(int times) {
        for (int i = 0; i < times; i++) {
            clockwork.now(this::deliver);
        }
    }

    private void deliverSoon() {
        clockwork.after(faults.batch > 1 ? GATHERING : Duration.ZERO, this::deliver);
    }

    private void shakeHands(Callback fresh, int attempt) {
        if (callback != fresh) {
            return;
        }
        int status = fresh.shakeHands(mailing.verifyToken(), faults.patience);
        mailing.exchanged(true, "", "", status, fresh.url());
        if (status / 100 == 2) {
            verified = true;
            wake();
        } else {
            clockwork.after(pause(attempt), () -> shakeHands(fresh, attempt + 1));
        }
    }

    private void deliver() {
        if (!verified || faults.held) {
            return;
        }
        Load load = lanes.take(faults.batch);
        if (load.deliveries().isEmpty()) {
            return;
        }
        load.deliveries().forEach(this::copy);
        settle(load, callback.post(envelope(load), faults.patience));
    }

    private void settle(Load load, int status) {
        boolean taken = status / 100 == 2;
        if (taken) {
            load.deliveries().forEach(this::acknowledge);
            deliver(lanes.taken(load));
        } else {
            clockwork.after(pause(load.attempts()), () -> deliver(lanes.again(load)));
        }
        load.deliveries().forEach(delivery -> note(delivery, status));
    }

    private Envelope envelope(Load load) {
        String secret = mailing.appSecret() + (faults.signsWrongly() ? "?" : "");
        List<Notification> notifications =
                load.deliveries().stream().map(Delivery::notification).toList();
        return Envelope.sealed(mailing.body(notifications), secret);
    }

    /** Doubles set out together with their original, so that the platform may meet both at once. */
    private void copy(Delivery delivery) {
        if (delivery.copy() > 1 || delivery.attempts() > 1) {
            return;
        }
        for (int copy = 2; copy <= faults.repeats; copy++) {
            lanes.put("copy " + numbers.incrementAndGet(), new Delivery(delivery.notification(), copy));
            deliverSoon();
        }
    }

    private void acknowledge(Delivery delivery) {
        mailing.acknowledged(delivery.notification(), delivery.copy(), delivery.attempts());
        delivery.notification().taken().run();
    }

    private Duration pause(int attempt) {
        long doubled = 1L << Math.min(attempt - 1, MOST_DOUBLINGS);
        return faults.redeliveryPause.multipliedBy(Math.min(doubled, LONGEST_PAUSE));
    }

    private void note(Delivery delivery, int status) {
        Notification told = delivery.notification();
        String copy = delivery.copy() > 1 ? " (copy " + delivery.copy() + ")" : "";
        String attempt = delivery.attempts() > 1 ? " (attempt " + delivery.attempts() + ")" : "";
        mailing.exchanged(false, told.subscriber(), told.id(), status, told.detail() + copy + attempt);
    }
}
