package io.parcours.connector.telegram;

import static io.parcours.connector.telegram.TelegramTestBed.BOT_ID;
import static io.parcours.connector.telegram.TelegramTestBed.TOKEN;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.parcours.connector.simulator.TelegramPerson;
import io.parcours.connector.simulator.TelegramSimAccount;
import io.parcours.connector.simulator.TelegramSimulator;
import io.parcours.connector.web.FileCalls;
import io.parcours.connector.web.ServletServer;
import io.parcours.media.MediaSource.Wanted;
import io.parcours.media.NotFetched;
import io.parcours.media.NotFetched.Reason;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Duration;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Fetching what somebody sent to the bot, from the simulated Telegram over HTTP. */
@Timeout(60)
class TelegramFilesTest {

    private static final byte[] BILL = "%PDF-1.7 and the amount".getBytes();
    private static final long MOST = 1024 * 1024;

    private final TelegramSimulator telegram =
            TelegramSimulator.start(new TelegramSimAccount(TOKEN, "baobab_bot", "Baobab"));
    private final TelegramTestBed bed = new TelegramTestBed(TelegramTestBed.account(telegram.url()));
    private final ServletServer server = bed.server();
    private final TelegramFiles files = new TelegramFiles(bed.lines, new FileCalls(Duration.ofSeconds(2)));
    private final ByteArrayOutputStream into = new ByteArrayOutputStream();

    @AfterEach
    void stop() {
        telegram.close();
        server.close();
        bed.close();
    }

    @Test
    void theOctetsComeByTheIdOfTheUpdate() throws Exception {
        files.fetch(wanted(sent(BILL), MOST), into);
        assertThat(into.toByteArray()).isEqualTo(BILL);
    }

    @Test
    void whatIsTooLargeForUsOrForTelegramIsNotBegun() {
        String id = sent(BILL);
        refused(Reason.TOO_LARGE, () -> files.fetch(wanted(id, 10), into));
        String large = sent(new byte[21 * 1024 * 1024]);
        refused(Reason.TOO_LARGE, () -> files.fetch(wanted(large, 100 * MOST), into));
        assertThat(into.size()).isZero();
    }

    @Test
    void anIdThatTelegramDoesNotKnowIsGoneAndAnOutageIsNot() {
        refused(Reason.GONE, () -> files.fetch(wanted("nothing", MOST), into));
        String id = sent(BILL);
        telegram.faults().down();
        assertThatThrownBy(() -> files.fetch(wanted(id, MOST), into)).isInstanceOf(IOException.class);
        telegram.faults().up();
        telegram.fileFaults().stall(Duration.ofSeconds(20));
        assertThatThrownBy(() -> files.fetch(wanted(id, MOST), into)).isInstanceOf(IOException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"../other/getMe", "/etc/passwd", "a/../../b", "http://127.0.0.1/x", "a?b=c", "a%2fb", ""})
    void aPathThatLeadsElsewhereIsNotAsked(String path) {
        try (BotPeer peer = new BotPeer();
                TelegramTestBed told = new TelegramTestBed(TelegramTestBed.account(peer.url()))) {
            peer.answers(BotPeer.result("{\"file_id\": \"f\", \"file_path\": \"" + path + "\"}"));

            refused(Reason.PLACE, () -> new TelegramFiles(told.lines, new FileCalls()).fetch(wanted("f", MOST), into));
            assertThat(peer.requests).hasSize(1);
        }
    }

    private static void refused(Reason reason, ThrowingCallable fetching) {
        assertThatThrownBy(fetching).isInstanceOfSatisfying(NotFetched.class, not -> assertThat(not.reason())
                .isEqualTo(reason));
    }

    /** The id under which the update names it. */
    private String sent(byte[] octets) {
        telegram.subscribe(BOT_ID, server.address() + "/baobab-bot", TelegramTestBed.SECRET_TOKEN);
        int before = bed.inbox.stored.size();
        telegram.handset(BOT_ID, new TelegramPerson(9_100_001, "Awa", "Dossou", "fr", "2290197000001"))
                .sendDocument(octets, "application/pdf", "facture.pdf", "Ma facture");
        TelegramTestBed.soon().until(() -> bed.inbox.stored.size() > before);
        return bed.inbox.stored.get(before).attachment().orElseThrow().mediaId();
    }

    private static Wanted wanted(String id, long most) {
        return new Wanted("baobab", "baobab-bot", id, most);
    }
}
