package io.parcours.connector.sms;

import static io.parcours.connector.sms.SmsTestBed.account;
import static io.parcours.connector.sms.SmsTestBed.soon;
import static org.assertj.core.api.Assertions.assertThat;

import io.parcours.connector.sms.RawSmsc.Answer;
import io.parcours.conversation.InboundMessage;
import io.parcours.conversation.InboundMessage.Part;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

@Timeout(30)
@ExtendWith(OutputCaptureExtension.class)
class SmsRawPduTest {

    private RawSmsc smsc;
    private SmsTestBed bed;

    @BeforeEach
    void bind() {
        smsc = new RawSmsc();
        bed = SmsTestBed.bound(account("baobab", smsc.url()));
    }

    @AfterEach
    void close() throws IOException {
        bed.close();
        smsc.close();
    }

    @Test
    void partsByEightBitAndSixteenBitHeaderBySegmentParametersAndByPayload() throws Exception {
        accepted(Pdu.deliver().esm(0x40).hex("050003a70201 41"), 1);
        accepted(Pdu.deliver().esm(0x40).hex("0608041234 0302 42"), 2);
        accepted(
                Pdu.deliver().ascii("C").with(0x020C, "0009").with(0x020E, "02").with(0x020F, "01"), 3);
        accepted(Pdu.deliver().esm(0x40).with(0x0424, "050003a8020244"), 4);
        assertThat(bed.inbox.texts()).containsExactly("A", "B", "C", "D");
        assertThat(bed.inbox.stored.stream().map(InboundMessage::part).map(part -> part.orElseThrow()))
                .containsExactly(
                        new Part("a7/2", 1, 2),
                        new Part("1234/3", 2, 3),
                        new Part("sar0009/2", 1, 2),
                        new Part("a8/2", 2, 2));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "", // no body at all
                "00010132323930", // cut inside an address
                "0001013232393000010137303730000000000000000000ff4142", // a length beyond the end
                "00010132323930000101373037300000000000000000000001410424ffff41", // a parameter beyond the end
                "000101323239300001013730373000000000000000000000014104270000", // a parameter without its value
            })
    void aMalformedMessageIsRefusedAndTheBindLives(String body) throws Exception {
        smsc.send(deliver(body, 7));
        assertThat(smsc.answer()).isEqualTo(new Answer(RawSmsc.GENERIC_NACK, 3, 7));
        accepted(Pdu.deliver().ascii("toujours là"), 8);
        assertThat(bed.inbox.texts()).containsExactly("toujours là");
    }

    @Test
    void anOverlongMessageIsRefusedWithoutItsTextInTheLog(CapturedOutput output) throws Exception {
        smsc.send(Pdu.deliver().ascii("confidentiel " + "x".repeat(242)).bytes(7));
        assertThat(smsc.answer()).isEqualTo(new Answer(RawSmsc.GENERIC_NACK, 3, 7));
        accepted(Pdu.deliver().ascii("bref"), 8);
        assertThat(output).doesNotContain("confidentiel").doesNotContain("secret");
    }

    @Test
    void octetsThatMakeNoSenseAreReadAsWellAsTheyCan() throws Exception {
        accepted(Pdu.deliver().coded(8).hex("d83d00"), 1);
        accepted(Pdu.deliver().coded(8).hex("dc00d83d"), 2);
        accepted(Pdu.deliver().esm(0x40).hex("ff61"), 3);
        accepted(Pdu.deliver().coded(0xFF).hex("00ff1b"), 4);
        accepted(Pdu.deliver().from("", 0).ascii("sans expéditeur"), 5);
        assertThat(bed.inbox.stored).hasSize(5);
    }

    @Test
    void garbageOnTheWireCostsTheConnectionButNotTheAccount() {
        byte[] garbage = new byte[64];
        Arrays.fill(garbage, (byte) 0x80);
        smsc.send(garbage);
        soon().until(() -> !bed.state().bound());
        bed.awaitBound();
    }

    @Test
    void textsOfOneSubscriberThatComeInOneBurstKeepTheirOrder() {
        for (int i = 1; i <= 60; i++) {
            smsc.send(Pdu.deliver().ascii("texte " + i).bytes(i));
        }
        soon().until(() -> bed.inbox.stored.size() == 60);
        assertThat(bed.inbox.texts())
                .isEqualTo(
                        IntStream.rangeClosed(1, 60).mapToObj(i -> "texte " + i).toList());
    }

    @Test
    void anUndecidableReceiptIsAcknowledgedAndChangesNothing() throws Exception {
        accepted(Pdu.deliver().esm(4).hex(""), 1);
        accepted(Pdu.deliver().esm(4).ascii("ceci n'est pas un accusé"), 2);
        accepted(Pdu.deliver().esm(0x20).ascii("id:1 stat:ENROUTE"), 3);
        assertThat(bed.inbox.calls).hasValue(0);
    }

    private void accepted(Pdu pdu, int sequence) throws InterruptedException {
        smsc.send(pdu.bytes(sequence));
        assertThat(smsc.answer()).isEqualTo(new Answer(RawSmsc.DELIVER_SM_RESP, 0, sequence));
    }

    private static byte[] deliver(String hex, int sequence) {
        byte[] body = HexFormat.of().parseHex(hex);
        int length = 16 + body.length;
        return ByteBuffer.allocate(length)
                .putInt(length)
                .putInt(5)
                .putInt(0)
                .putInt(sequence)
                .put(body)
                .array();
    }
}
