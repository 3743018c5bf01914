package io.parcours.connector.whatsapp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.parcours.connector.simulator.Subscriber;
import io.parcours.connector.simulator.WhatsAppSimAccount;
import io.parcours.connector.simulator.WhatsAppSimulator;
import io.parcours.connector.web.FileCalls;
import io.parcours.media.MediaSource.Told;
import io.parcours.media.MediaSource.Wanted;
import io.parcours.media.NotFetched;
import io.parcours.media.NotFetched.Reason;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Fetching what a subscriber sent, from the simulated Cloud API over HTTP. */
@Timeout(60)
class WhatsAppFilesTest {

    private static final byte[] PICTURE = picture();
    private static final long MOST = 1024 * 1024;

    private final WhatsAppSimulator meta = WhatsAppSimulator.start(new WhatsAppSimAccount(
            Payload.NUMBER_ID,
            "2290170000001",
            WhatsAppTestBed.TOKEN,
            WhatsAppTestBed.APP_SECRET,
            WhatsAppTestBed.VERIFY_TOKEN));
    private final WhatsAppTestBed bed = new WhatsAppTestBed(WhatsAppTestBed.account(meta.url()));
    private final WhatsAppFiles files = new WhatsAppFiles(bed.lines, new FileCalls(Duration.ofSeconds(2)));
    private final ByteArrayOutputStream into = new ByteArrayOutputStream();

    @AfterEach
    void stop() {
        bed.close();
        meta.close();
    }

    @Test
    void theOctetsComeWithTheirTypeAndTheirDigest() throws Exception {
        Told told = files.fetch(wanted(sent()), into);
        assertThat(into.toByteArray()).isEqualTo(PICTURE);
        assertThat(told.type()).isEqualTo("image/png");
        assertThat(told.sha256())
                .isEqualTo(HexFormat.of()
                        .formatHex(MessageDigest.getInstance("SHA-256").digest(PICTURE)));
    }

    @Test
    void otherOctetsCanBeToldByTheDigest() throws Exception {
        meta.fileFaults().damage(1);
        Told told = files.fetch(wanted(sent()), into);
        assertThat(HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(into.toByteArray())))
                .isNotEqualTo(told.sha256());
    }

    @Test
    void whatIsToldToBeTooLargeIsNotBegun() {
        String id = sent();
        assertThatThrownBy(() -> files.fetch(new Wanted("baobab", "baobab-wa", id, 1_000), into))
                .isInstanceOfSatisfying(
                        NotFetched.class, not -> assertThat(not.reason()).isEqualTo(Reason.TOO_LARGE));
        assertThat(into.size()).isZero();
    }

    @Test
    void whatComesWithoutEndIsCutOffByWhoeverTakesIt() {
        meta.fileFaults().sendMore(64 * 1024 * 1024);
        OutputStream bounded = new OutputStream() {
            private long size;

            @Override
            public void write(int octet) {
                size++;
            }

            @Override
            public void write(byte[] octets, int offset, int length) {
                size += length;
                if (size > MOST) {
                    throw new NotFetched(Reason.TOO_LARGE, "Enough");
                }
            }
        };
        String id = sent();
        assertThatThrownBy(() -> files.fetch(wanted(id), bounded)).isInstanceOf(NotFetched.class);
    }

    @Test
    void oneThatStallsEndsInTime() {
        meta.fileFaults().stall(Duration.ofSeconds(20));
        String id = sent();
        long began = System.nanoTime();
        assertThatThrownBy(() -> files.fetch(wanted(id), into)).isInstanceOf(IOException.class);
        assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(Duration.ofSeconds(10));
    }

    @Test
    void whatMetaDoesNotHaveIsGoneAndWhatItCannotGiveNowIsNot() {
        assertThatThrownBy(() -> files.fetch(wanted("123456"), into))
                .isInstanceOfSatisfying(
                        NotFetched.class, not -> assertThat(not.reason()).isEqualTo(Reason.GONE));
        meta.fileFaults().fail(1);
        String id = sent();
        assertThatThrownBy(() -> files.fetch(wanted(id), into)).isInstanceOf(IOException.class);
        meta.fileFaults().lose(1);
        assertThatThrownBy(() -> files.fetch(wanted(id), into))
                .isInstanceOfSatisfying(
                        NotFetched.class, not -> assertThat(not.reason()).isEqualTo(Reason.GONE));
    }

    @Test
    void anotherTenantsAccountFetchesNothing() {
        String id = sent();
        assertThatThrownBy(() -> files.fetch(new Wanted("karite", "baobab-wa", id, MOST), into))
                .isInstanceOfSatisfying(
                        NotFetched.class, not -> assertThat(not.reason()).isEqualTo(Reason.ACCOUNT));
    }

    @Test
    void anAddressThatIsNotMetasIsNotAskedAndDoesNotGetOurToken() {
        try (RawCloud cloud = new RawCloud();
                RawCloud elsewhere = new RawCloud();
                WhatsAppTestBed told = new WhatsAppTestBed(WhatsAppTestBed.account(cloud.url()))) {
            cloud.answers(RawCloud.answer(200, "{\"url\": \"" + elsewhere.url() + "/x\", \"file_size\": 3}"));

            assertThatThrownBy(() -> new WhatsAppFiles(told.lines, new FileCalls()).fetch(wanted("1"), into))
                    .isInstanceOfSatisfying(
                            NotFetched.class, not -> assertThat(not.reason()).isEqualTo(Reason.PLACE));
            assertThat(elsewhere.requests).isEmpty();
        }
    }

    private String sent() {
        Subscriber awa = Subscriber.withNumber("2290197000001", "Awa");
        meta.handset(Payload.NUMBER_ID, awa).sendImage(PICTURE, "image/png", "Ma facture");
        return meta.conversation(Payload.NUMBER_ID, awa).stream()
                .map(bubble -> bubble.content().media().id())
                .reduce((earlier, later) -> later)
                .orElseThrow();
    }

    private static Wanted wanted(String id) {
        return new Wanted("baobab", "baobab-wa", id, MOST);
    }

    private static byte[] picture() {
        byte[] octets = new byte[300_000];
        new Random(7).nextBytes(octets);
        return octets;
    }
}
