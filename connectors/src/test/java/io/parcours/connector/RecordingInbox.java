package io.parcours.connector;

import io.parcours.conversation.AddressChange;
import io.parcours.conversation.Departure;
import io.parcours.conversation.InboundMessage;
import io.parcours.conversation.Inbox;
import io.parcours.conversation.Interruption;
import io.parcours.conversation.Notice;
import io.parcours.conversation.Receipt;
import io.parcours.conversation.Watermark;
import io.parcours.tenant.TenantContext;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** Keeps what it is given as the real inbox does: once an external id; may fail or take its time. */
public final class RecordingInbox implements Inbox {

    public final List<InboundMessage> stored = new CopyOnWriteArrayList<>();
    public final List<Receipt> receipts = new CopyOnWriteArrayList<>();
    public final List<Watermark> watermarks = new CopyOnWriteArrayList<>();
    public final List<Interruption> interruptions = new CopyOnWriteArrayList<>();
    public final List<AddressChange> changes = new CopyOnWriteArrayList<>();
    public final List<Departure> departures = new CopyOnWriteArrayList<>();
    /** Whether the journeys' models go another way when a call is over. */
    public volatile boolean diverts;

    public final List<Notice> notices = new CopyOnWriteArrayList<>();
    public final AtomicInteger calls = new AtomicInteger();
    public final AtomicInteger failures = new AtomicInteger();
    /** Whose messages cannot be stored. */
    public volatile String refused = "nobody";

    public volatile CountDownLatch gate = new CountDownLatch(0);
    private final Set<String> ids = ConcurrentHashMap.newKeySet();

    @Override
    public void receive(InboundMessage message) {
        work(message.tenant());
        if (message.from().equals(refused)) {
            throw new IllegalStateException("Row refused: (le secret de l'abonné)");
        }
        if (ids.add(message.tenant() + message.channel() + message.externalId())) {
            stored.add(message);
        }
    }

    @Override
    public void receive(Receipt receipt) {
        work(receipt.tenant());
        receipts.add(receipt);
    }

    @Override
    public void receive(InboundMessage answer, Receipt heard) {
        receive(answer);
        receipts.add(heard);
    }

    @Override
    public void receive(Watermark watermark) {
        work(watermark.tenant());
        watermarks.add(watermark);
    }

    @Override
    public boolean left(Departure departure) {
        take(departure.tenant());
        departures.add(departure);
        return diverts;
    }

    @Override
    public void receive(Interruption interruption) {
        take(interruption.tenant());
        interruptions.add(interruption);
    }

    @Override
    public void receive(AddressChange change) {
        work(change.tenant());
        changes.add(change);
    }

    @Override
    public void keep(Notice notice) {
        work(notice.tenant());
        notices.add(notice);
    }

    public List<String> texts() {
        return stored.stream().map(InboundMessage::text).toList();
    }

    /** Why nothing acts on what was kept, in English, in its order. */
    public List<String> reasons() {
        return notices.stream().map(notice -> notice.reason().toString()).toList();
    }

    private void work(String tenant) {
        calls.incrementAndGet();
        take(tenant);
    }

    private void take(String tenant) {
        if (!tenant.equals(TenantContext.required())) {
            throw new IllegalStateException("Called for " + tenant + " under " + TenantContext.required());
        }
        try {
            if (!gate.await(10, TimeUnit.SECONDS)) {
                throw new IllegalStateException("Never let go");
            }
        } catch (InterruptedException stopped) {
            throw new IllegalStateException(stopped);
        }
        if (failures.getAndUpdate(left -> Math.max(0, left - 1)) > 0) {
            throw new IllegalStateException("Row refused: (le secret de l'abonné)");
        }
    }
}
