package io.parcours.connector.simulator;

import io.parcours.connector.simulator.SmscEvent.Kind;
import java.io.IOException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import org.jsmpp.PDUStringException;
import org.jsmpp.SMPPConstant;
import org.jsmpp.bean.InterfaceVersion;
import org.jsmpp.extra.SessionState;
import org.jsmpp.session.BindRequest;
import org.jsmpp.session.SMPPServerSession;

/** Who is bound to the simulated centre. */
final class Bindings {

    private static final long BIND_WITHIN_MILLIS = 5_000;
    private static final long LINGER_MILLIS = 1_000;

    private final Map<String, SmscAccount> accounts;
    private final SmscFaults faults;
    private final Journal journal;
    private final Consumer<String> onReceiver;
    private final Map<SMPPServerSession, String> bound = new ConcurrentHashMap<>();

    Bindings(Map<String, SmscAccount> accounts, SmscFaults faults, Journal journal, Consumer<String> onReceiver) {
        this.accounts = accounts;
        this.faults = faults;
        this.journal = journal;
        this.onReceiver = onReceiver;
    }

    /** Answers one connection's bind; to be called on a thread of its own. */
    void greet(SMPPServerSession session) {
        try {
            BindRequest request = session.waitForBind(BIND_WITHIN_MILLIS);
            int status = status(request);
            if (status == 0) {
                admit(session, request);
            } else {
                refuse(session, request, status);
            }
        } catch (TimeoutException | PDUStringException | IOException | IllegalStateException gone) {
            session.close();
        } catch (InterruptedException closing) {
            Thread.currentThread().interrupt();
        }
    }

    Optional<String> systemId(SMPPServerSession session) {
        return Optional.ofNullable(bound.get(session));
    }

    /** The account's session that takes deliveries. */
    Optional<SMPPServerSession> receiver(String systemId) {
        return bound.entrySet().stream()
                .filter(entry -> entry.getValue().equals(systemId))
                .map(Map.Entry::getKey)
                .filter(session -> session.getSessionState().isReceivable())
                .findFirst();
    }

    Collection<SMPPServerSession> all() {
        return List.copyOf(bound.keySet());
    }

    private int status(BindRequest request) {
        SmscAccount account = accounts.get(request.getSystemId());
        if (faults.bindStatus() != 0) {
            return faults.bindStatus();
        }
        if (account == null) {
            return SMPPConstant.STAT_ESME_RINVSYSID;
        }
        return account.password().equals(request.getPassword()) ? 0 : SMPPConstant.STAT_ESME_RINVPASWD;
    }

    private void admit(SMPPServerSession session, BindRequest request) throws PDUStringException, IOException {
        String systemId = request.getSystemId();
        bound.put(session, systemId);
        session.addSessionStateListener((now, before, source) -> {
            if ((now == SessionState.CLOSED || now == SessionState.UNBOUND) && bound.remove(session) != null) {
                note(Kind.UNBIND, systemId, 0, now == SessionState.UNBOUND ? "unbound" : "connection lost");
            }
        });
        request.accept("parcours-smsc", InterfaceVersion.IF_34);
        note(Kind.BIND, systemId, 0, request.getBindType().name());
        onReceiver.accept(systemId);
    }

    private void refuse(SMPPServerSession session, BindRequest request, int status)
            throws IOException, InterruptedException {
        CountDownLatch gone = new CountDownLatch(1);
        session.addSessionStateListener((now, before, source) -> gone.countDown());
        request.reject(status);
        note(Kind.BIND, request.getSystemId(), status, request.getBindType().name());
        // jSMPP's client misses an answer that the end of the connection follows at once.
        gone.await(LINGER_MILLIS, TimeUnit.MILLISECONDS);
        session.close();
    }

    private void note(Kind kind, String systemId, int status, String detail) {
        journal.note(new SmscEvent(Instant.now(), kind, false, systemId, "", "", status, detail));
    }
}
