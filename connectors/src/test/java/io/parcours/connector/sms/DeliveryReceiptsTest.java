package io.parcours.connector.sms;

import static org.assertj.core.api.Assertions.assertThat;

import io.parcours.conversation.DeliveryState;
import io.parcours.conversation.Receipt;
import io.parcours.conversation.SendRefused;
import java.time.Instant;
import java.util.Optional;
import org.jsmpp.bean.DeliverSm;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DeliveryReceiptsTest {

    private static final Instant NOW = Instant.parse("2026-03-01T10:00:00Z");
    private static final SmsAccount ACCOUNT = SmsAccount.of("baobab", "demo", "smpp://u:p@host:1", "7070", "BJ");

    private final ReceiptIds ids = new ReceiptIds(SmsOptions.ReceiptIdStyle.SAME);
    private final DeliveryReceipts receipts = new DeliveryReceipts(ACCOUNT, ids);

    @ParameterizedTest
    @CsvSource({
        "DELIVRD, DELIVERED",
        "DELIVERED, DELIVERED",
        "READ, READ",
        "EXPIRED, UNDELIVERABLE",
        "DELETED, UNDELIVERABLE",
        "UNDELIV, UNDELIVERABLE",
        "REJECTD, UNDELIVERABLE",
        "undeliv, UNDELIVERABLE"
    })
    void readsTheStateFromTheText(String word, DeliveryState state) {
        Receipt receipt = receipts.read(text("id:42 stat:" + word + " err:027 text:"), NOW)
                .orElseThrow();
        String error = state == DeliveryState.UNDELIVERABLE ? "027" : null;
        SendRefused.Kind help = state == DeliveryState.UNDELIVERABLE ? SendRefused.Kind.ELSEWHERE : null;
        assertThat(receipt).isEqualTo(new Receipt("baobab", "sms", "demo", "42", state, NOW, error, help));
    }

    @ParameterizedTest
    @CsvSource({"ENROUTE", "ACCEPTD", "UNKNOWN"})
    void whatIsNotFinalSaysNothing(String word) {
        assertThat(receipts.read(text("id:42 stat:" + word + " err:000"), NOW)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "01, ",
        "02, DELIVERED",
        "03, UNDELIVERABLE",
        "04, UNDELIVERABLE",
        "05, UNDELIVERABLE",
        "06, ",
        "07, ",
        "08, UNDELIVERABLE"
    })
    void readsTheStateFromTheParameter(String code, DeliveryState state) {
        Optional<Receipt> receipt = receipts.read(parameters(code).esm(4).read(), NOW);
        assertThat(receipt.map(Receipt::state)).isEqualTo(Optional.ofNullable(state));
    }

    @Test
    void theParametersNeedNoTextAndNoReceiptFlag() {
        var pdu = parameters("05").with(0x0423, "03001b").read();
        assertThat(DeliveryReceipts.isReceipt(pdu)).isTrue();
        Receipt receipt = receipts.read(pdu, NOW).orElseThrow();
        assertThat(receipt.providerId()).isEqualTo("abc123");
        assertThat(receipt.errorCode()).isEqualTo("027");
    }

    @Test
    void aTextFromASubscriberIsNoReceiptEvenIfItReadsLikeOne() {
        assertThat(DeliveryReceipts.isReceipt(
                        Pdu.deliver().ascii("id:42 stat:DELIVRD").read()))
                .isFalse();
    }

    @Test
    void aReceiptThatNamesNoMessageSaysNothing() {
        assertThat(receipts.read(text("stat:DELIVRD err:000"), NOW)).isEmpty();
        assertThat(receipts.read(text(""), NOW)).isEmpty();
    }

    @Test
    void theFieldsMayComeInAnyOrderAndTheTextMayQuoteOthers() {
        Receipt receipt = receipts.read(text("stat:UNDELIV ID:77 err:5 text:id:99 stat:DELIVRD"), NOW)
                .orElseThrow();
        assertThat(receipt.providerId()).isEqualTo("77");
        assertThat(receipt.state()).isEqualTo(DeliveryState.UNDELIVERABLE);
    }

    private static DeliverSm text(String text) {
        return Pdu.deliver().esm(4).ascii(text).read();
    }

    private static Pdu parameters(String state) {
        return Pdu.deliver().with(0x001E, "41424331323300").with(0x0427, state);
    }
}
