package io.parcours.connector.sms;

import static io.parcours.connector.sms.SmsTestBed.soon;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.parcours.account.AccountValues;
import io.parcours.connector.TestRoutes;
import io.parcours.connector.simulator.SmscAccount;
import io.parcours.connector.simulator.SmscSimulator;
import io.parcours.connector.sms.SmsOptions.ReceiptIdStyle;
import io.parcours.conversation.ChannelUnavailable;
import io.parcours.conversation.Problem;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** An account at a message centre that is set up while the platform runs. */
class SmsAccountKindTest {

    private final SmscSimulator centre = SmscSimulator.start(new SmscAccount("baobab", "secret", "7070"));
    private final SmsTestBed bed = SmsTestBed.started();
    private final SmsAccountKind kind = new SmsAccountKind(
            bed.lines,
            bed.meters,
            TestRoutes.on(bed.camel),
            line -> new SmsRoutes(List.of(line), bed.meters, bed.inbox, Clock.systemUTC()));

    @AfterEach
    void close() {
        bed.close();
        centre.close();
    }

    @Test
    void bindsOnceItIsOpenSendsTakesAndUnbindsWhenItIsClosed() {
        kind.open(values(Map.of()));
        bed.awaitBound();
        assertThat(bed.send("baobab", "Bonjour").providerIds()).hasSize(1);
        centre.write("baobab", SmsTestBed.SUBSCRIBER, "Ma facture est fausse");
        soon().until(() -> !bed.inbox.texts().isEmpty());

        kind.close("baobab", "demo");

        soon().until(() -> !centre.bound("baobab"));
        assertThatThrownBy(() -> bed.send("baobab", "Bonjour")).isInstanceOf(ChannelUnavailable.class);
    }

    @Test
    void theTestBindsBesideWhatIsAtWorkAndSaysWhatIsWrong() {
        kind.open(values(Map.of()));
        bed.awaitBound();

        assertThat(kind.test(values(Map.of()))).isEmpty();
        assertThat(kind.test(values(Map.of("password", "wrong"))))
                .get()
                .asString()
                .contains("refuses the systemId or the password (");
        assertThat(kind.test(values(Map.of("port", "1"))))
                .get()
                .extracting(Problem::code)
                .isEqualTo("sms.noConnection");
        assertThatThrownBy(() -> kind.test(values(Map.of("port", "many")))).hasMessageContaining("port");

        assertThat(bed.send("baobab", "Bonjour").providerIds()).hasSize(1);
    }

    @Test
    void howReceiptsSpellIdsIsOneOfFourAndWhatIsNoneIsSaidAtTheField() {
        kind.open(values(Map.of()));
        bed.awaitBound();
        assertThat(style()).isEqualTo(ReceiptIdStyle.AUTO);
        kind.open(values(Map.of("receiptIds", "hex-then decimal")));
        bed.awaitBound();
        assertThat(style()).isEqualTo(ReceiptIdStyle.HEX_THEN_DECIMAL);
        kind.open(values(Map.of("receiptIds", "SAME")));
        bed.awaitBound();
        assertThat(style()).isEqualTo(ReceiptIdStyle.SAME);

        assertThatThrownBy(() -> kind.open(values(Map.of("receiptIds", "octal"))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("receiptIds: One of auto, same, hex_then_decimal, decimal_then_hex");
        assertThat(style()).as("the account goes on as it was").isEqualTo(ReceiptIdStyle.SAME);
    }

    @Test
    void whetherTheConnectionIsEncryptedIsNotGuessed() {
        assertThatThrownBy(() -> kind.open(values(Map.of("tls", "peut-être")))).hasMessage("tls: Yes or no");
        assertThat(bed.lines.all()).isEmpty();
    }

    private ReceiptIdStyle style() {
        return bed.lines.of("baobab").orElseThrow().account().options().receiptIds();
    }

    private AccountValues values(Map<String, String> changed) {
        Map<String, String> values = new HashMap<>(Map.of(
                "host", "127.0.0.1",
                "port", String.valueOf(centre.port()),
                "systemId", "baobab",
                "password", "secret",
                "sender", "7070"));
        values.putAll(changed);
        return new AccountValues("baobab", "sms", "demo", values);
    }
}
