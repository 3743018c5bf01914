package io.parcours.connector.simulator;

import static java.util.concurrent.TimeUnit.MILLISECONDS;

import io.parcours.connector.simulator.SmscEvent.Kind;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.function.Supplier;
import org.jsmpp.InvalidResponseException;
import org.jsmpp.PDUException;
import org.jsmpp.bean.DataCodings;
import org.jsmpp.bean.ESMClass;
import org.jsmpp.bean.NumberingPlanIndicator;
import org.jsmpp.bean.OptionalParameter;
import org.jsmpp.bean.RegisteredDelivery;
import org.jsmpp.bean.TypeOfNumber;
import org.jsmpp.extra.NegativeResponseException;
import org.jsmpp.extra.ResponseTimeoutException;
import org.jsmpp.session.SMPPServerSession;

/** Delivers to one account, one after the other, each again and again until the platform has taken it. */
final class Postman implements AutoCloseable {

    private static final int MOST_ATTEMPTS = 200;
    private static final int HEX_SHOWN = 24;

    private final String systemId;
    private final Supplier<Optional<SMPPServerSession>> receiver;
    private final SmscFaults faults;
    private final Journal journal;
    private final Deque<Parcel> waiting = new ArrayDeque<>();
    private final ScheduledExecutorService thread;
    private int attempts;

    Postman(String systemId, Supplier<Optional<SMPPServerSession>> receiver, SmscFaults faults, Journal journal) {
        this.systemId = systemId;
        this.receiver = receiver;
        this.faults = faults;
        this.journal = journal;
        this.thread = Executors.newSingleThreadScheduledExecutor(work -> {
            Thread daemon = new Thread(work, "smsc-postman-" + systemId);
            daemon.setDaemon(true);
            return daemon;
        });
    }

    void take(List<Parcel> parcels, long delayMillis) {
        later(delayMillis, () -> {
            waiting.addAll(parcels);
            goRound();
        });
    }

    /** To be called when somebody bound. */
    void wake() {
        later(0, this::goRound);
    }

    @Override
    public void close() {
        thread.shutdownNow();
    }

    private void goRound() {
        while (!waiting.isEmpty()) {
            Optional<SMPPServerSession> session = receiver.get();
            if (session.isEmpty()) {
                return;
            }
            Parcel parcel = waiting.peek();
            int status = deliver(session.get(), parcel);
            boolean again = status != 0 && ++attempts < MOST_ATTEMPTS;
            if (!again) {
                attempts = 0;
                waiting.poll();
                parcel.done().complete(status == 0);
            }
            note(parcel, status);
            if (again) {
                later(faults.redeliveryPause().toMillis(), this::goRound);
                return;
            }
        }
    }

    private int deliver(SMPPServerSession session, Parcel parcel) {
        int status = attempt(session, parcel);
        if (status == 0 && parcel.kind() == Kind.DELIVER_SM && faults.losesAcknowledgement()) {
            session.close();
            return SmscEvent.NO_ANSWER;
        }
        return status;
    }

    private void note(Parcel parcel, int status) {
        String octets = HexFormat.of().formatHex(parcel.octets(), 0, Math.min(HEX_SHOWN, parcel.octets().length));
        journal.note(new SmscEvent(
                Instant.now(),
                parcel.kind(),
                true,
                systemId,
                parcel.subscriber(),
                parcel.id(),
                status,
                parcel.octets().length + " octets, data coding " + parcel.dataCoding() + ": " + octets));
    }

    private int attempt(SMPPServerSession session, Parcel parcel) {
        session.setTransactionTimer(faults.patience().toMillis());
        try {
            session.deliverShortMessage(
                    "",
                    TypeOfNumber.INTERNATIONAL,
                    NumberingPlanIndicator.ISDN,
                    parcel.subscriber().replace("+", ""),
                    TypeOfNumber.NETWORK_SPECIFIC,
                    NumberingPlanIndicator.UNKNOWN,
                    parcel.shortNumber(),
                    new ESMClass(parcel.esmClass()),
                    (byte) 0,
                    (byte) 0,
                    new RegisteredDelivery(0),
                    DataCodings.newInstance(parcel.dataCoding()),
                    parcel.octets(),
                    parcel.parameters().toArray(OptionalParameter[]::new));
            return 0;
        } catch (NegativeResponseException refused) {
            return refused.getCommandStatus();
        } catch (ResponseTimeoutException | InvalidResponseException | PDUException | IOException unanswered) {
            return SmscEvent.NO_ANSWER;
        }
    }

    private void later(long delayMillis, Runnable work) {
        try {
            thread.schedule(work, delayMillis, MILLISECONDS);
        } catch (RejectedExecutionException closed) {
            // The centre is closing; what waits is dropped with it.
        }
    }
}
