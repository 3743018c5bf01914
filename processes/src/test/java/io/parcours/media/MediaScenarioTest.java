package io.parcours.media;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.parcours.conversation.Attachment;
import io.parcours.conversation.Conversations;
import io.parcours.conversation.InboundMessage;
import io.parcours.conversation.InboundMessage.Person;
import io.parcours.conversation.Inbox;
import io.parcours.conversation.Message;
import io.parcours.engine.TestJobs;
import io.parcours.scenario.JourneyTest;
import io.parcours.scenario.Scenario;
import io.parcours.scenario.ScriptedMedia;
import io.parcours.scenario.Story;
import io.parcours.tenant.TenantContext;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** What becomes of a file that a subscriber sends, from the message to the octets. */
@JourneyTest
class MediaScenarioTest {

    private static final byte[] PICTURE = picture(700_000);

    @Autowired
    Scenario scene;

    @Autowired
    ScriptedMedia provider;

    @Autowired
    Conversations conversations;

    @Autowired
    MediaFiles files;

    @Autowired
    TestJobs jobs;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    Clock clock;

    @Autowired
    Inbox inbox;

    private final String mediaId = UUID.randomUUID().toString();

    @Test
    void theAnswerDoesNotWaitForTheFileWhichIsFetchedAfterwards() {
        provider.has(mediaId, "image/jpeg", PICTURE);
        Story story = sends(Attachment.media("image", mediaId, "image/jpeg", null));
        jobs.runDue("demo", story.caseNumber());
        assertThat(story.lastByWhatsApp().text()).contains("votre réclamation concerne");
        assertThat(file(story).state()).isEqualTo("waiting");

        jobs.runBackground("demo");

        MediaFile file = file(story);
        assertThat(file.state()).isEqualTo("kept");
        assertThat(file.type()).isEqualTo("image/jpeg");
        assertThat(file.size()).isEqualTo(PICTURE.length);
        assertThat(file.showable()).isTrue();
        assertThat(octets("demo", file.id())).isEqualTo(PICTURE);
    }

    @Test
    void aProviderThatDoesNotAnswerIsAskedAgainAndAgainAndThenByAPerson() {
        Story story = sends(Attachment.media("image", mediaId, "image/jpeg", null));
        jobs.runBackground("demo");
        int attempts = 1;
        for (Duration pause : List.of(
                Duration.ofSeconds(10),
                Duration.ofMinutes(1),
                Duration.ofMinutes(10),
                Duration.ofHours(1),
                Duration.ofHours(6))) {
            assertThat(file(story).state()).isEqualTo("waiting");
            jobs.pass(pause.minusSeconds(2));
            jobs.runBackground("demo");
            assertThat(attempts(story)).as("before " + pause).isEqualTo(attempts);
            jobs.pass(Duration.ofSeconds(3));
            jobs.runBackground("demo");
            assertThat(attempts(story)).as("after " + pause).isEqualTo(++attempts);
        }
        assertThat(file(story).state()).isEqualTo("failed");
        assertThat(file(story).reason()).isEqualTo("unreachable");

        provider.has(mediaId, "image/jpeg", PICTURE);
        assertThat(inTransaction("demo", () -> files.retry(file(story).id()))).isTrue();
        assertThat(file(story).state()).isEqualTo("waiting");
        jobs.runBackground("demo");
        assertThat(file(story).kept()).isTrue();
        assertThat(inTransaction("demo", () -> files.retry(file(story).id()))).isFalse();
    }

    @Test
    void whatBreaksOffLeavesNothingBehindAndComesWholeLater() {
        provider.has(mediaId, into -> {
            into.write(PICTURE, 0, 600_000);
            throw new IOException("Gone");
        });
        Story story = sends(Attachment.media("image", mediaId, "image/jpeg", null));
        jobs.runBackground("demo");
        assertThat(file(story).state()).isEqualTo("waiting");
        assertThat(octets("demo", file(story).id())).isEmpty();

        provider.has(mediaId, "image/jpeg", PICTURE);
        jobs.pass(Duration.ofSeconds(11));
        jobs.runBackground("demo");
        assertThat(octets("demo", file(story).id())).isEqualTo(PICTURE);
    }

    @Test
    void whatIsTooLargeIsRefusedAndNotKept() {
        provider.has(mediaId, into -> {
            byte[] piece = new byte[1024 * 1024];
            for (int i = 0; i <= 20; i++) {
                into.write(piece);
            }
            return MediaSource.Told.NOTHING;
        });
        Story story = sends(Attachment.media("video", mediaId, "video/mp4", null));
        jobs.runBackground("demo");
        assertThat(file(story).state()).isEqualTo("refused");
        assertThat(file(story).reason()).isEqualTo("too-large");
        assertThat(octets("demo", file(story).id())).isEmpty();
    }

    @Test
    void otherOctetsThanTheProviderSaidAreNotKept() {
        provider.has(mediaId, into -> {
            into.write(PICTURE);
            return new MediaSource.Told("image/jpeg", "00".repeat(32));
        });
        Story story = sends(Attachment.media("image", mediaId, "image/jpeg", null));
        jobs.runBackground("demo");
        assertThat(file(story).state()).isEqualTo("waiting");
        assertThat(file(story).reason()).isEqualTo("changed");
        assertThat(octets("demo", file(story).id())).isEmpty();
    }

    @Test
    void aProgramIsRefusedWhateverItIsCalled() {
        provider.has(mediaId, "application/pdf", "MZ and then more".getBytes());
        Story story = sends(Attachment.media("document", mediaId, "application/pdf", "facture.pdf"));
        jobs.runBackground("demo");
        assertThat(file(story).reason()).isEqualTo("kind");
    }

    @Test
    void aPageThatCallsItselfAPictureIsNotShown() {
        provider.has(mediaId, "image/png", "<html><script>alert(1)</script></html>".getBytes());
        Story story = sends(Attachment.media("image", mediaId, "image/png", "../../..\\moi‮gnp.html"));
        jobs.runBackground("demo");
        assertThat(file(story).kept()).isTrue();
        assertThat(file(story).showable()).isFalse();
        assertThat(file(story).name()).isEqualTo("moignp.html");
    }

    @Test
    void aFileThatComesWithItsMessageIsKeptWithIt() {
        Story story = scene.somebody();
        Attachment attached = Attachment.media("image", "mail/1", "image/jpeg", "facture.jpg");
        InboundMessage message = message(story, attached);
        story.receives(new InboundMessage(
                message.tenant(),
                message.channel(),
                message.account(),
                message.externalId(),
                message.from(),
                message.text(),
                message.at(),
                message.part(),
                message.choice(),
                message.attachment(),
                message.person(),
                Optional.of(() -> new ByteArrayInputStream(PICTURE)),
                List.of()));
        assertThat(file(story).state()).isEqualTo("kept");
        assertThat(octets("demo", file(story).id())).isEqualTo(PICTURE);
    }

    @Test
    void aMessageThatIsNotStoredLeavesNoFileBehind() {
        Attachment attached = Attachment.media("image", mediaId, "image/jpeg", null);
        Story story = scene.somebody();
        TenantContext.run("demo", () -> assertThatThrownBy(() -> transaction.executeWithoutResult(status -> {
                    files.expect("whatsapp", "demo", mediaId, attached.mimeType(), null);
                    throw new IllegalStateException("No");
                }))
                .isInstanceOf(IllegalStateException.class));
        assertThat(rows("demo", "select count(*) from media_file where media_id = '" + mediaId + "'"))
                .isZero();
        assertThat(story).isNotNull();
    }

    @Test
    void anotherOperatorSeesNeitherTheFileNorItsOctets() {
        provider.has(mediaId, "image/jpeg", PICTURE);
        Story story = sends(Attachment.media("image", mediaId, "image/jpeg", null));
        jobs.runBackground("demo");
        UUID id = file(story).id();
        assertThat(inTransaction("littoral", () -> files.find(id))).isEmpty();
        assertThat(octets("littoral", id)).isEmpty();
        assertThat(inTransaction("littoral", () -> files.retry(id))).isFalse();
        assertThat(inTransaction("littoral", () -> conversations.showsFile(id))).isFalse();
        assertThat(inTransaction("demo", () -> conversations.showsFile(id))).isTrue();
    }

    private Story sends(Attachment attached) {
        Story story = scene.somebody();
        TenantContext.run("demo", () -> inbox.receive(message(story, attached)));
        return story;
    }

    private InboundMessage message(Story story, Attachment attached) {
        return new InboundMessage(
                "demo",
                "whatsapp",
                "demo",
                "wamid-" + UUID.randomUUID(),
                story.msisdn(),
                "Ma facture est fausse",
                clock.instant(),
                Optional.empty(),
                Optional.empty(),
                Optional.of(attached),
                new Person("Awa", story.msisdn(), List.of()));
    }

    private MediaFile file(Story story) {
        return story.inTenant(() -> conversations.messages(story.customerId(), 10)).stream()
                .map(Message::file)
                .filter(Objects::nonNull)
                .findFirst()
                .orElseThrow();
    }

    private int attempts(Story story) {
        return inTransaction("demo", () -> jdbc.sql("select attempts from media_file where id = ?")
                .param(file(story).id())
                .query(Integer.class)
                .single());
    }

    private byte[] octets(String tenant, UUID id) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        for (int number = 0; ; number++) {
            int piece = number;
            Optional<byte[]> octets = inTransaction(tenant, () -> files.piece(id, piece));
            if (octets.isEmpty()) {
                return all.toByteArray();
            }
            all.writeBytes(octets.get());
        }
    }

    private long rows(String tenant, String sql) {
        return inTransaction(tenant, () -> jdbc.sql(sql).query(Long.class).single());
    }

    private <T> T inTransaction(String tenant, Supplier<T> action) {
        return TenantContext.call(tenant, () -> transaction.execute(status -> action.get()));
    }

    private static byte[] picture(int size) {
        byte[] octets = new byte[size];
        new Random(7).nextBytes(octets);
        octets[0] = (byte) 0xff;
        octets[1] = (byte) 0xd8;
        octets[2] = (byte) 0xff;
        return octets;
    }
}
