package io.parcours.connector.sms;

import static org.assertj.core.api.Assertions.assertThat;

import io.parcours.conversation.InboundMessage;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class InboundTextTest {

    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");
    private static final Instant EVENING = Instant.parse("2026-03-01T20:00:00Z");
    private static final Instant NEXT_DAY = Instant.parse("2026-03-02T12:00:00Z");
    private final InboundText texts =
            new InboundText(SmsAccount.of("baobab", "demo", "smpp://u:p@host:1", "7070", "BJ"));

    @Test
    void namesSenderAccountAndText() {
        InboundMessage message = read(Pdu.deliver().coded(3).hex("c76120e9"), 1, "b", NOON);
        assertThat(message.tenant()).isEqualTo("baobab");
        assertThat(message.channel()).isEqualTo("sms");
        assertThat(message.account()).isEqualTo("demo");
        assertThat(message.from()).isEqualTo("+2290197000001");
        assertThat(message.text()).isEqualTo("Ça é");
        assertThat(message.at()).isEqualTo(NOON);
        assertThat(message.part()).isEmpty();
    }

    @Test
    void aDeliveryRepeatedWithItsReferenceHasTheSameId() {
        Pdu referenced = Pdu.deliver().ascii("1").with(0x0204, "0102");
        assertThat(id(referenced, 1, "b1", NOON)).isEqualTo(id(referenced, 9, "b2", EVENING));
    }

    @Test
    void aReferenceThatComesRoundAgainIsNotMistakenForACopy() {
        Pdu first = Pdu.deliver().ascii("1").with(0x0204, "0102");
        Pdu otherText = Pdu.deliver().ascii("2").with(0x0204, "0102");
        Pdu otherSender = Pdu.deliver().from("2290197000002", 1).ascii("1").with(0x0204, "0102");
        assertThat(id(otherText, 1, "b", NOON)).isNotEqualTo(id(first, 1, "b", NOON));
        assertThat(id(otherSender, 1, "b", NOON)).isNotEqualTo(id(first, 1, "b", NOON));
        assertThat(id(first, 1, "b", NEXT_DAY)).isNotEqualTo(id(first, 1, "b", NOON));
    }

    @Test
    void theCentresOwnIdIsTheId() {
        Pdu named = Pdu.deliver().ascii("1").with(0x001E, "34313200");
        assertThat(id(named, 1, "b1", NOON))
                .isEqualTo(id(named, 2, "b2", NEXT_DAY))
                .contains("412");
    }

    @Test
    void withoutAnyReferenceTwoEqualTextsAreTwoMessages() {
        Pdu plain = Pdu.deliver().ascii("1");
        assertThat(id(plain, 1, "b", NOON)).isEqualTo(id(plain, 1, "b", NOON));
        assertThat(id(plain, 1, "b", NOON)).isNotEqualTo(id(plain, 2, "b", NOON));
        assertThat(id(plain, 1, "b", NOON)).isNotEqualTo(id(plain, 1, "another bind", NOON));
    }

    @Test
    void partsOfOneTextShareTheirReferenceAndHaveIdsOfTheirOwn() {
        InboundMessage first =
                read(Pdu.deliver().esm(0x40).hex("050003a7020161").with(0x0204, "0001"), 1, "b", NOON);
        InboundMessage second =
                read(Pdu.deliver().esm(0x40).hex("050003a7020262").with(0x0204, "0001"), 2, "b", NOON);
        assertThat(first.part()).contains(new InboundMessage.Part("a7/2", 1, 2));
        assertThat(second.part()).contains(new InboundMessage.Part("a7/2", 2, 2));
        assertThat(first.externalId()).isNotEqualTo(second.externalId());
    }

    @Test
    void readsSegmentParametersAndPayload() {
        InboundMessage segment = read(
                Pdu.deliver().ascii("b").with(0x020C, "0102").with(0x020E, "02").with(0x020F, "02"), 1, "b", NOON);
        assertThat(segment.part()).contains(new InboundMessage.Part("sar0102/2", 2, 2));
        InboundMessage payload = read(Pdu.deliver().with(0x0424, "4c6f6e67"), 1, "b", NOON);
        assertThat(payload.text()).isEqualTo("Long");
    }

    private String id(Pdu pdu, int sequence, String bind, Instant at) {
        return read(pdu, sequence, bind, at).externalId();
    }

    private InboundMessage read(Pdu pdu, int sequence, String bind, Instant at) {
        return texts.read(Pdu.read(pdu.bytes(sequence)), bind, at);
    }
}
