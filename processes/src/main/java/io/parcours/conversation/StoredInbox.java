package io.parcours.conversation;

import io.parcours.engine.ConcurrentChange;
import io.parcours.engine.RightOfWay;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;

/** The connectors' inbox: stores, and tries again where a journey was moved from two sides at the same moment. */
@Component
class StoredInbox implements Inbox {

    private static final int TRIES = 10;
    /** What is older is no news any more to who was on the telephone when a node ended. */
    private static final Duration NEWS = Duration.ofDays(7);

    private final Arrivals arrivals;
    private final Departures departures;
    private final Receipts receipts;
    private final Notices notices;
    private final RightOfWay rightOfWay;
    private final Clock clock;

    StoredInbox(
            Arrivals arrivals,
            Departures departures,
            Receipts receipts,
            Notices notices,
            RightOfWay rightOfWay,
            Clock clock) {
        this.arrivals = arrivals;
        this.departures = departures;
        this.receipts = receipts;
        this.notices = notices;
        this.rightOfWay = rightOfWay;
        this.clock = clock;
    }

    @Override
    public void receive(InboundMessage received) {
        InboundMessage message = Storable.of(received, clock.instant());
        rightOfWay.pass(() -> taking(() -> arrivals.accept(message)));
    }

    @Override
    public void receive(InboundMessage answer, Receipt heard) {
        InboundMessage message = Storable.of(answer, clock.instant());
        Receipt receipt = Storable.of(heard, clock.instant());
        rightOfWay.pass(() -> taking(() -> arrivals.accept(message, receipt)));
    }

    @Override
    public void receive(AddressChange told) {
        AddressChange change = Storable.of(told, clock.instant());
        rightOfWay.pass(() -> taking(() -> arrivals.accept(change)));
    }

    void receive(PartRepository.Parts incomplete) {
        rightOfWay.pass(() -> taking(() -> arrivals.accept(incomplete)));
    }

    @Override
    public void receive(Receipt told) {
        Receipt receipt = Storable.of(told, clock.instant());
        rightOfWay.pass(() -> receipts.accept(receipt));
    }

    @Override
    public void receive(Watermark told) {
        Watermark watermark = Storable.of(told, clock.instant());
        rightOfWay.pass(() -> receipts.accept(watermark));
    }

    @Override
    public boolean left(Departure departure) {
        AtomicBoolean diverted = new AtomicBoolean();
        rightOfWay.pass(() -> taking(() -> diverted.set(departures.accept(departure))));
        return diverted.get();
    }

    @Override
    public void receive(Interruption interruption) {
        Instant since = clock.instant().minus(NEWS);
        Set<String> diverted = departures.unseen(interruption, since).stream()
                .filter(this::left)
                .map(Departure::address)
                .collect(Collectors.toSet());
        rightOfWay.pass(() -> receipts.accept(interruption, since, diverted));
    }

    @Override
    public void keep(Notice told) {
        Notice notice = Storable.of(told, clock.instant());
        rightOfWay.pass(() -> notices.keep(notice));
    }

    private static void taking(Runnable arrival) {
        for (int attempt = 1; ; attempt++) {
            try {
                arrival.run();
                return;
            } catch (ConcurrentChange e) {
                if (attempt == TRIES) {
                    throw e;
                }
                pause(attempt);
            } catch (DuplicateKeyException copy) {
                // The same message on two connections at one moment: the other one has stored it, or will be found next
                // time.
                if (attempt == TRIES) {
                    throw copy;
                }
            }
        }
    }

    private static void pause(int attempt) {
        LockSupport.parkNanos(
                TimeUnit.MILLISECONDS.toNanos(ThreadLocalRandom.current().nextLong(20L * attempt)));
    }
}
