package io.parcours.connector.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.parcours.connector.simulator.SmscEvent.Kind;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jsmpp.bean.AlertNotification;
import org.jsmpp.bean.BindType;
import org.jsmpp.bean.DataSm;
import org.jsmpp.bean.DeliverSm;
import org.jsmpp.bean.NumberingPlanIndicator;
import org.jsmpp.bean.TypeOfNumber;
import org.jsmpp.session.BindParameter;
import org.jsmpp.session.DataSmResult;
import org.jsmpp.session.MessageReceiverListener;
import org.jsmpp.session.SMPPSession;
import org.jsmpp.session.Session;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class SmscSimulatorTest {

    private static final String SUBSCRIBER = "+2290197000001";
    private final SmscSimulator smsc = SmscSimulator.start(new SmscAccount("baobab", "secret", "7070"));
    private final List<DeliverSm> delivered = new CopyOnWriteArrayList<>();

    @AfterEach
    void close() {
        smsc.close();
    }

    @Test
    void transmittersAndReceiversMayBindApart() throws IOException {
        SMPPSession transmitter = bound(BindType.BIND_TX, "secret");
        smsc.write("baobab", SUBSCRIBER, "Bonjour");
        assertThat(smsc.bound("baobab")).as("nobody receives yet").isFalse();
        SMPPSession receiver = bound(BindType.BIND_RX, "secret");
        await().pollInterval(Duration.ofMillis(10)).until(() -> delivered.size() == 1);
        assertThat(smsc.conversation(SUBSCRIBER)).extracting(SimulatedSms::text).containsExactly("Bonjour");
        transmitter.close();
        receiver.unbindAndClose();
        await().pollInterval(Duration.ofMillis(10))
                .until(() -> smsc.events().stream()
                                .filter(event -> event.kind() == Kind.UNBIND)
                                .count()
                        == 2);
    }

    @Test
    void aStrangerAndAWrongPasswordAreRefusedAndNoted() {
        assertThatThrownBy(() -> bound(BindType.BIND_TRX, "wrong")).hasMessageContaining("Invalid Password");
        await().pollInterval(Duration.ofMillis(10)).until(() -> smsc.events().size() == 1);
        assertThat(smsc.events().get(0).status()).isEqualTo(0x0E);
        assertThatThrownBy(() -> smsc.write("nobody", SUBSCRIBER, "?")).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void listenersHearOfEventsUntilTheyClose() throws Exception {
        List<SmscEvent> heard = new CopyOnWriteArrayList<>();
        AutoCloseable listening = smsc.listen(heard::add);
        smsc.listen(event -> {
            throw new IllegalStateException("a listener's own trouble");
        });
        SMPPSession session = bound(BindType.BIND_TRX, "secret");
        smsc.write("baobab", SUBSCRIBER, "Bonjour");
        await().pollInterval(Duration.ofMillis(10)).until(() -> heard.size() == 2);
        assertThat(heard).extracting(SmscEvent::kind).containsExactly(Kind.BIND, Kind.DELIVER_SM);
        assertThat(heard.get(1).detail()).contains("426f6e6a6f7572");
        assertThat(heard.get(1).toPlatform()).isTrue();
        listening.close();
        smsc.write("baobab", SUBSCRIBER, "Bonsoir");
        await().pollInterval(Duration.ofMillis(10)).until(() -> delivered.size() == 2);
        assertThat(heard).hasSize(2);
        session.unbindAndClose();
    }

    @Test
    void aTextIsTakenOnceThePlatformAnswered() throws IOException {
        smsc.write("baobab", SUBSCRIBER, "a".repeat(300));
        assertThat(smsc.conversation(SUBSCRIBER))
                .extracting(SimulatedSms::state)
                .containsExactly(SimulatedSms.State.WAITING);
        SMPPSession session = bound(BindType.BIND_TRX, "secret");
        await().pollInterval(Duration.ofMillis(10))
                .until(() -> smsc.conversation(SUBSCRIBER).get(0).state() == SimulatedSms.State.TAKEN);
        assertThat(delivered).hasSize(2);
        assertThat(smsc.conversation(SUBSCRIBER).get(0).parts()).isEqualTo(2);
        session.unbindAndClose();
    }

    private SMPPSession bound(BindType type, String password) throws IOException {
        SMPPSession session = new SMPPSession();
        session.setMessageReceiverListener(new Receiver());
        session.connectAndBind(
                "127.0.0.1",
                smsc.port(),
                new BindParameter(
                        type, "baobab", password, "", TypeOfNumber.UNKNOWN, NumberingPlanIndicator.UNKNOWN, ""),
                2_000);
        return session;
    }

    private final class Receiver implements MessageReceiverListener {

        @Override
        public void onAcceptDeliverSm(DeliverSm message) {
            delivered.add(message);
        }

        @Override
        public void onAcceptAlertNotification(AlertNotification notification) {}

        @Override
        public DataSmResult onAcceptDataSm(DataSm message, Session source) {
            return null;
        }
    }
}
