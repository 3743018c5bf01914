package io.parcours.connector.sms;

import io.parcours.connector.Backoff;
import io.parcours.connector.sms.Inlet.Receiver;
import io.parcours.conversation.Problem;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import org.apache.camel.component.smpp.SmppConfiguration;
import org.apache.camel.component.smpp.SmppConnectionFactory;
import org.jsmpp.DefaultPDUSender;
import org.jsmpp.SynchronizedPDUSender;
import org.jsmpp.bean.BindType;
import org.jsmpp.bean.NumberingPlanIndicator;
import org.jsmpp.bean.TypeOfNumber;
import org.jsmpp.extra.SessionState;
import org.jsmpp.session.BindParameter;
import org.jsmpp.session.SMPPSession;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;

/** Keeps one account bound as transceiver, from a thread of its own, until stopped. */
final class SmscBind {

    private static final Logger log = LoggerFactory.getLogger(SmscBind.class);
    private static final Duration FAREWELL = Duration.ofSeconds(2);

    private final SmsAccount account;
    private final SmppConfiguration configuration;
    private final SmsAccountState state;
    private volatile SMPPSession session;
    private volatile Thread keeper;

    SmscBind(SmsAccount account, SmppConfiguration configuration, SmsAccountState state) {
        this.account = account;
        this.configuration = configuration;
        this.state = state;
    }

    /** @throws IOException at once where there is no bind: a caller never binds, and never waits for one */
    SMPPSession session() throws IOException {
        SMPPSession current = session;
        if (current == null || !current.getSessionState().isTransmittable()) {
            throw new IOException("Not bound to " + account.address());
        }
        return current;
    }

    synchronized void start(Receiver receiver) {
        keeper = new Thread(() -> keep(receiver), "sms-bind-" + account.tenant() + "-" + account.name());
        keeper.setDaemon(true);
        keeper.start();
    }

    synchronized void stop() throws InterruptedException {
        Thread leaving = keeper;
        keeper = null;
        SMPPSession last = session;
        if (last != null) {
            last.setTransactionTimer(FAREWELL.toMillis());
            last.unbindAndClose();
        }
        if (leaving != null) {
            leaving.interrupt();
            leaving.join(FAREWELL.toMillis());
        }
        state.nowUnbound(Problem.of("stopped"));
    }

    private void keep(Receiver receiver) {
        MDC.put("tenant", account.tenant());
        Backoff backoff = new Backoff(
                account.options().reconnectFirst(), account.options().reconnectMost());
        while (kept()) {
            try {
                try {
                    bindUntilClosed(receiver, backoff);
                } catch (IOException failed) {
                    report(BindProblem.of(failed));
                }
                if (kept()) {
                    backoff.pause();
                }
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private void bindUntilClosed(Receiver receiver, Backoff backoff) throws IOException, InterruptedException {
        CountDownLatch closed = new CountDownLatch(1);
        SMPPSession opened = prepared(receiver, closed);
        try {
            opened.connectAndBind(
                    account.host(),
                    account.port(),
                    credentials(),
                    account.options().bindTimeout().toMillis());
            if (kept()) {
                session = opened;
                state.nowBound();
                backoff.reset();
                log.info("SMS account {}/{} is bound to {}", account.tenant(), account.name(), account.address());
                closed.await();
                report(Problem.of("sms.closed"));
            }
        } finally {
            opened.close();
        }
    }

    private SMPPSession prepared(Receiver receiver, CountDownLatch closed) {
        Turnstile turnstile = new Turnstile(account.options().responseTimeout());
        SMPPSession prepared = new SMPPSession(
                new SynchronizedPDUSender(new DefaultPDUSender()),
                new InboundPduReader(turnstile),
                SmppConnectionFactory.getInstance(configuration));
        prepared.setEnquireLinkTimer(configuration.getEnquireLinkTimer());
        prepared.setTransactionTimer(configuration.getTransactionTimer());
        prepared.setPduProcessorDegree(configuration.getPduProcessorDegree());
        prepared.setQueueCapacity(configuration.getPduProcessorQueueCapacity());
        prepared.setMessageReceiverListener(new Inlet(receiver, turnstile));
        prepared.addSessionStateListener((now, before, source) -> {
            if (now == SessionState.CLOSED || now == SessionState.UNBOUND) {
                closed.countDown();
            }
        });
        return prepared;
    }

    private BindParameter credentials() {
        return new BindParameter(
                BindType.BIND_TRX,
                account.systemId(),
                account.password(),
                configuration.getSystemType(),
                TypeOfNumber.UNKNOWN,
                NumberingPlanIndicator.UNKNOWN,
                null);
    }

    /** One warning an outage, however often and for whatever reasons the attempts fail until it is over. */
    private void report(Problem reason) {
        if (!kept()) {
            return;
        }
        switch (state.nowUnbound(reason)) {
            case LOST ->
                log.warn(
                        "SMS account {}/{} is not bound to {}: {}",
                        account.tenant(),
                        account.name(),
                        account.address(),
                        reason);
            case OTHER_REASON ->
                log.info("SMS account {}/{} is still not bound: {}", account.tenant(), account.name(), reason);
            case NONE -> {}
        }
    }

    private boolean kept() {
        return Thread.currentThread() == keeper;
    }
}
