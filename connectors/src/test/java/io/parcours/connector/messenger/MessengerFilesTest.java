package io.parcours.connector.messenger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.parcours.connector.simulator.MessengerSimAccount;
import io.parcours.connector.simulator.MessengerSimulator;
import io.parcours.connector.web.FileCalls;
import io.parcours.connector.web.ServletServer;
import io.parcours.media.MediaSource.Wanted;
import io.parcours.media.NotFetched;
import io.parcours.media.NotFetched.Reason;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Fetching what somebody sent to the page, from the simulated Messenger over HTTP. */
@Timeout(60)
class MessengerFilesTest {

    private static final byte[] PICTURE = "\u0089PNG and more".getBytes();

    private final MessengerSimulator messenger = MessengerSimulator.start(new MessengerSimAccount(
            Payload.PAGE_ID, MessengerTestBed.TOKEN, MessengerTestBed.APP_SECRET, MessengerTestBed.VERIFY_TOKEN));
    private final MessengerTestBed bed = new MessengerTestBed(MessengerTestBed.account(messenger.url()));
    private final ServletServer server = bed.server();
    private final MessengerFiles files = new MessengerFiles(bed.lines, new FileCalls(Duration.ofSeconds(2)));
    private final ByteArrayOutputStream into = new ByteArrayOutputStream();

    @BeforeEach
    void subscribe() {
        messenger.subscribe(Payload.PAGE_ID, server.address() + "/baobab-page");
        MessengerTestBed.soon().until(() -> messenger.subscribed(Payload.PAGE_ID));
    }

    @AfterEach
    void stop() {
        messenger.close();
        server.close();
        bed.close();
    }

    @Test
    void theOctetsComeFromTheAddressInTheWebhook() throws Exception {
        assertThat(files.fetch(wanted(sent()), into).type()).isEqualTo("image/png");
        assertThat(into.toByteArray()).isEqualTo(PICTURE);
    }

    @Test
    void anAddressElsewhereIsNotAskedAtAll() {
        try (MessengerSimulator other = MessengerSimulator.start(new MessengerSimAccount("1", "t", "s", "v"))) {
            assertThatThrownBy(() -> files.fetch(wanted(other.url() + "/files/1"), into))
                    .isInstanceOfSatisfying(
                            NotFetched.class, not -> assertThat(not.reason()).isEqualTo(Reason.PLACE));
            assertThat(other.events()).isEmpty();
        }
    }

    @Test
    void whatIsNotThereIsGoneAndAFailureIsNot() {
        String address = sent();
        messenger.fileFaults().lose(1);
        assertThatThrownBy(() -> files.fetch(wanted(address), into))
                .isInstanceOfSatisfying(
                        NotFetched.class, not -> assertThat(not.reason()).isEqualTo(Reason.GONE));
        messenger.fileFaults().fail(1);
        assertThatThrownBy(() -> files.fetch(wanted(address), into)).isInstanceOf(IOException.class);
    }

    private String sent() {
        messenger.handset(Payload.PAGE_ID, "Awa").sendImage(PICTURE, "image/png");
        MessengerTestBed.soon().until(() -> !bed.inbox.stored.isEmpty());
        return bed.inbox.stored.get(0).attachment().orElseThrow().mediaId();
    }

    private static Wanted wanted(String address) {
        return new Wanted("baobab", "baobab-page", address, 1024 * 1024);
    }
}
