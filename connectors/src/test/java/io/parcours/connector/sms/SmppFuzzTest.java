package io.parcours.connector.sms;

import static io.parcours.connector.sms.SmsTestBed.account;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.parcours.connector.sms.RawSmsc.Answer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

/**
 * A message centre gone mad. Whatever it sends is answered, or costs the connection: afterwards the account is bound again and
 * takes what makes sense. The numbers begin the rows of chance, so that a row that failed can be played again.
 */
@Timeout(60)
@ExtendWith(OutputCaptureExtension.class)
class SmppFuzzTest {

    private static final int EACH = 400;
    private static final int HEADER = 16;
    private static final Set<Integer> ANSWERS = Set.of(RawSmsc.DELIVER_SM_RESP, RawSmsc.GENERIC_NACK);

    private RawSmsc smsc;
    private SmsTestBed bed;
    private int sequence = 1;

    @BeforeEach
    void bind() {
        smsc = new RawSmsc();
        bed = SmsTestBed.bound(account("baobab", smsc.url()).with(SmsTestBed.LISTENING_CLOSELY));
    }

    @AfterEach
    void close() throws IOException {
        bed.close();
        smsc.close();
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void aMessageWithAnyOctetsInItIsAnswered(long row, CapturedOutput output) throws Exception {
        Random chance = new Random(row);
        for (int i = 0; i < EACH; i++) {
            byte[] pdu = scrambled(seed(chance), HEADER, chance);
            smsc.send(pdu);
            Answer answer = smsc.answer();
            assertThat(answer).as("answer to " + Arrays.toString(pdu)).isNotNull();
            assertThat(ANSWERS).contains(answer.command());
            assertThat(answer.sequence()).isEqualTo(sequence);
            sequence++;
        }
        takesWhatMakesSense();
        assertThat(smsc.binds()).isEqualTo(1);
        quiet(output);
    }

    @ParameterizedTest
    @ValueSource(longs = {4, 5})
    void aHeaderWithAnyOctetsInItIsAnsweredOrCostsTheConnection(long row, CapturedOutput output) throws Exception {
        Random chance = new Random(row);
        for (int i = 0; i < EACH / 10; i++) {
            mad(scrambled(seed(chance), 0, chance));
        }
        takesWhatMakesSense();
        quiet(output);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 15, 17, 70_000, 16_777_216, Integer.MAX_VALUE, Integer.MIN_VALUE, -1})
    void aLengthThatIsNoneCostsTheConnectionAtMost(int length, CapturedOutput output) throws Exception {
        byte[] pdu = Pdu.deliver().ascii("texte").bytes(sequence);
        mad(ByteBuffer.wrap(pdu).putInt(0, length).array());
        takesWhatMakesSense();
        quiet(output);
    }

    @ParameterizedTest
    @ValueSource(
            ints = {
                0x00000000,
                0x00000001,
                0x00000002,
                0x00000004,
                0x0000000B,
                0x00000021,
                0x00000102,
                0x00000103,
                0x7FFFFFFF,
                0x80000000,
                0x80000001,
                0x80000004,
                0x80000005,
                0x80000006,
                0x80000009,
                0x80000015,
                0xFFFFFFFF
            })
    void anythingButWhatACentreSaysIsAnsweredOrCostsTheConnection(int command, CapturedOutput output) throws Exception {
        for (int status : new int[] {0, 8, -1}) {
            byte[] pdu = Pdu.deliver().ascii("texte").bytes(sequence);
            mad(ByteBuffer.wrap(pdu).putInt(4, command).putInt(8, status).array());
        }
        takesWhatMakesSense();
        quiet(output);
    }

    private byte[] seed(Random chance) {
        List<Pdu> seeds = List.of(
                Pdu.deliver().ascii("Bonjour, ma facture est fausse"),
                Pdu.deliver().coded(8).hex("004d006100200066006100630074007500720065"),
                Pdu.deliver().esm(0x40).hex("050003a7020141"),
                Pdu.deliver().ascii("C").with(0x020C, "0009").with(0x020E, "02").with(0x020F, "01"),
                Pdu.deliver().with(0x0424, "426f6e6a6f7572"),
                Pdu.deliver()
                        .esm(4)
                        .ascii(
                                "id:0123456789 sub:001 dlvrd:001 submit date:2611280900 done date:2611280901 stat:DELIVRD "
                                        + "err:000 text:Bonjour")
                        .with(0x001E, "3031323334353637383900")
                        .with(0x0427, "02"));
        return seeds.get(chance.nextInt(seeds.size())).bytes(sequence);
    }

    /** Some octets exchanged for others, from one place on. */
    private static byte[] scrambled(byte[] pdu, int from, Random chance) {
        int changes = 1 + chance.nextInt(6);
        for (int i = 0; i < changes; i++) {
            pdu[from + chance.nextInt(pdu.length - from)] = (byte) chance.nextInt(256);
        }
        return pdu;
    }

    /** The connection may be over already; the next one is there soon. */
    private void mad(byte[] pdu) {
        try {
            smsc.send(pdu);
        } catch (UncheckedIOException over) {
            bed.awaitBound();
        }
        sequence++;
    }

    /** What went down with an unfinished message is not answered: a centre delivers it again, and so does this one. */
    private void takesWhatMakesSense() {
        await().dontCatchUncaughtExceptions()
                .atMost(Duration.ofSeconds(15))
                .pollInterval(Duration.ofSeconds(1))
                .pollDelay(Duration.ZERO)
                .until(() -> delivered("sensé") || bed.inbox.texts().contains("sensé"));
    }

    private boolean delivered(String text) {
        try {
            smsc.send(Pdu.deliver().ascii(text).bytes(++sequence));
        } catch (UncheckedIOException over) {
            return false;
        }
        return bed.inbox.texts().contains(text);
    }

    private static void quiet(CapturedOutput output) {
        assertThat(output).doesNotContain("OutOfMemory", "NullPointer", "secret");
    }
}
