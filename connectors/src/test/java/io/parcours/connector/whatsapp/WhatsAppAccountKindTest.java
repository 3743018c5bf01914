package io.parcours.connector.whatsapp;

import static io.parcours.connector.whatsapp.WhatsAppTestBed.soon;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.parcours.account.AccountValues;
import io.parcours.connector.TestRoutes;
import io.parcours.connector.simulator.Subscriber;
import io.parcours.connector.simulator.WhatsAppSimAccount;
import io.parcours.connector.simulator.WhatsAppSimulator;
import io.parcours.conversation.ChannelUnavailable;
import io.parcours.conversation.OutboundMessage;
import io.parcours.conversation.Problem;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A business number that is set up while the platform runs. */
class WhatsAppAccountKindTest {

    private final WhatsAppSimulator meta =
            WhatsAppSimulator.start(new WhatsAppSimAccount("4711", "22997007070", "token-1", "secret-1", "verify-1"));
    private final WhatsAppTestBed bed = new WhatsAppTestBed();
    private final WhatsAppAccountKind kind =
            new WhatsAppAccountKind(bed.lines, bed.checks, bed.meters, TestRoutes.on(bed.camel), Clock.systemUTC());

    @BeforeEach
    void theSubscriberHasWritten() {
        meta.write("4711", Subscriber.withNumber("+2290197000001", "Awa"), "Bonjour");
    }

    @AfterEach
    void close() {
        bed.close();
        meta.close();
    }

    @Test
    void sendsOnceItIsOpenAndNoMoreOnceItIsClosed() {
        assertThatThrownBy(this::send).isInstanceOf(ChannelUnavailable.class);

        kind.open(values(Map.of()));
        assertThat(send()).hasSize(1);
        assertThat(bed.registry.find("parcours.whatsapp.up").gauges()).hasSize(1);

        kind.close("karite", "support");
        assertThatThrownBy(this::send).isInstanceOf(ChannelUnavailable.class);
        assertThat(bed.registry.find("parcours.whatsapp.up").gauges()).isEmpty();
    }

    @Test
    void whatIsWrongWithANewAccountShowsBeforeAnythingIsSentByIt() {
        kind.open(values(Map.of("token", "wrong")));
        soon().until(() -> !bed.state().works());
        assertThat(bed.state().problem()).isEqualTo(Problem.of("meta.token", "HTTP 401, code 190"));
        assertThat(bed.registry.get("parcours.whatsapp.up").gauge().value()).isZero();
        assertThat(meta.ledger().accepted()).isEmpty();
    }

    @Test
    void aProviderThatCannotBeReachedWhenAnAccountIsOpenedDelaysNothingAndIsAskedAgain() {
        meta.faults().down();
        kind.open(values(Map.of()));
        soon().until(() -> !bed.state().works());
        assertThat(bed.state().problem().code()).isEqualTo("meta.away");
        meta.faults().up();
        soon().until(() -> bed.state().works());
        assertThat(send()).hasSize(1);
    }

    @Test
    void aChangeTakesThePlaceOfWhatWas() {
        kind.open(values(Map.of("token", "wrong")));
        assertThatThrownBy(this::send).isInstanceOf(ChannelUnavailable.class);

        kind.open(values(Map.of()));

        assertThat(send()).hasSize(1);
        assertThat(bed.channel.states()).hasSize(1);
    }

    @Test
    void aNumberThatAnotherAccountHasIsRefusedAndThatOneGoesOn() {
        kind.open(values(Map.of()));
        AccountValues thief = new AccountValues(
                "baobab", "whatsapp", "other", values(Map.of()).values());

        assertThatThrownBy(() -> kind.open(thief))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageNotContaining("token-1");
        assertThat(send()).hasSize(1);
    }

    @Test
    void theTestSaysWhatIsWrongAndSendsNothing() {
        assertThat(kind.test(values(Map.of()))).isEmpty();
        assertThat(kind.test(values(Map.of("token", "wrong")))).get().asString().contains("token");
        assertThat(kind.test(values(Map.of("phoneNumberId", "4712"))))
                .contains(Problem.of("meta.noSuchId", "HTTP 400, code 100/33"));
        assertThat(kind.test(values(Map.of("url", meta.url() + "/nowhere")))).isPresent();
        assertThat(kind.test(values(Map.of("url", "http://127.0.0.1:1"))))
                .get()
                .asString()
                .contains("reached");
        assertThatThrownBy(() -> kind.test(values(Map.of("rate", "many"))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("rate");
        assertThat(meta.ledger().accepted()).isEmpty();
        assertThat(bed.channel.states()).isEmpty();
    }

    private List<String> send() {
        return bed.channel
                .send(new OutboundMessage(
                        UUID.randomUUID(), "karite", "support", "+2290197000001", "Bonjour", List.of()))
                .providerIds();
    }

    private AccountValues values(Map<String, String> changed) {
        Map<String, String> values = new HashMap<>(Map.of(
                "phoneNumberId", "4711",
                "token", "token-1",
                "appSecret", "secret-1",
                "verifyToken", "verify-1",
                "url", meta.url()));
        values.putAll(changed);
        return new AccountValues("karite", "whatsapp", "support", values);
    }
}
