package io.parcours.conversation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.parcours.complaint.Motive;
import io.parcours.engine.TestJobs;
import io.parcours.media.MediaFiles;
import io.parcours.media.MediaLinks;
import io.parcours.media.MediaLinks.Shared;
import io.parcours.media.NotFetched;
import io.parcours.scenario.JourneyTest;
import io.parcours.scenario.RecordingChannel;
import io.parcours.scenario.Scenario;
import io.parcours.scenario.Story;
import io.parcours.tenant.TenantContext;
import java.io.ByteArrayInputStream;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

/** A file that somebody encloses with a reply, on channels that carry files and on those that do not. */
@JourneyTest
class EnclosureScenarioTest {

    private static final byte[] FORM = "%PDF-1.7 to be signed".getBytes();
    private static final Pattern LINK = Pattern.compile("https://parcours\\.example/media/shared/(\\S+)");

    @Autowired
    Scenario scene;

    @Autowired
    RecordingChannel sms;

    @Autowired
    Enclosures enclosures;

    @Autowired
    MediaFiles files;

    @Autowired
    MediaLinks links;

    @Autowired
    Conversations conversations;

    @Autowired
    TestJobs jobs;

    @Autowired
    TransactionTemplate transaction;

    @AfterEach
    void worksAgain() {
        sms.works();
    }

    @Test
    void whereFilesAreCarriedItGoesWithTheReply() {
        sms.carriesFiles(true);
        Story story = solved("formulaire.pdf", FORM);
        OutboundMessage reply = last(story);
        assertThat(reply.text()).contains("Voici le formulaire.").doesNotContain("https://");
        assertThat(reply.file()).hasValueSatisfying(file -> {
            assertThat(file.name()).isEqualTo("formulaire.pdf");
            assertThat(file.type()).isEqualTo("application/pdf");
            assertThat(file.octets()).isEqualTo(FORM);
        });
        assertThat(sent(story))
                .filteredOn(message -> message.file() != null)
                .singleElement()
                .satisfies(message -> assertThat(message.file().name()).isEqualTo("formulaire.pdf"));
    }

    @Test
    void whereTheyAreNotTheTextTellsWhereItCanBeHadForAWeek() {
        Story story = solved("formulaire.pdf", FORM);
        OutboundMessage reply = last(story);
        assertThat(reply.file()).isEmpty();
        Matcher link = LINK.matcher(reply.text());
        assertThat(link.find()).isTrue();
        Optional<Shared> shared = links.open(link.group(1));
        assertThat(shared).hasValueSatisfying(file -> assertThat(file.tenant()).isEqualTo("demo"));
        assertThat(links.open(link.group(1).substring(1) + "A")).isEmpty();

        jobs.pass(Duration.ofDays(7).plusMinutes(1));
        assertThat(links.open(link.group(1))).isEmpty();
    }

    @Test
    void whoeverIsAskedOnceMoreIsNotSentItOnceMore() {
        Story story = solved("formulaire.pdf", FORM);
        story.answers("euh");
        assertThat(last(story).text()).doesNotContain("https://");
    }

    @Test
    void whatWasMeantForAnEarlierReplyDoesNotLeaveWithALaterOneAndIsThrownAway() {
        Story story = scene.complains(Motive.BILLING);
        enclose(story, "a.pdf", FORM);
        UUID first = story.inTenant(() -> transaction.execute(status -> enclosures.of(story.caseNumber())))
                .orElseThrow();
        story.inTenant(() -> transaction.execute(status -> {
            enclosures.withdraw(story.caseNumber());
            return true;
        }));
        story.completes("solveComplaint", "outcome", "SOLVED", "resolution", "Sans pièce.");

        assertThat(last(story).text()).doesNotContain("https://");
        assertThat(last(story).file()).isEmpty();
        assertThat(story.inTenant(() -> files.find(first))).isEmpty();
    }

    @Test
    void whatLeftIsKeptWhateverIsEnclosedNext() {
        Story story = solved("a.pdf", FORM);
        UUID left = sent(story).stream()
                .filter(message -> message.file() != null)
                .findFirst()
                .orElseThrow()
                .file()
                .id();
        enclose(story, "b.pdf", FORM);
        assertThat(story.inTenant(() -> files.find(left))).isPresent();
    }

    @Test
    void anotherOneTakesThePlaceOfOneThatHasNotLeft() {
        sms.carriesFiles(true);
        Story story = scene.complains(Motive.BILLING);
        enclose(story, "a.pdf", FORM);
        UUID first = story.inTenant(() -> transaction.execute(status -> enclosures.of(story.caseNumber())))
                .orElseThrow();
        enclose(story, "b.pdf", FORM);

        story.completes("solveComplaint", "outcome", "SOLVED", "resolution", "Voici.");

        assertThat(last(story).file())
                .hasValueSatisfying(file -> assertThat(file.name()).isEqualTo("b.pdf"));
        assertThat(story.inTenant(() -> files.find(first))).isEmpty();
        Optional<UUID> enclosed =
                story.inTenant(() -> transaction.execute(status -> enclosures.of(story.caseNumber())));
        assertThat(enclosed).as("what left is not enclosed any more").isEmpty();
    }

    @Test
    void oneThatIsRefusedUndoesTheReplyItself() {
        Story story = scene.complains(Motive.BILLING);
        assertThatThrownBy(() -> enclose(story, "facture.pdf.exe", "MZ".getBytes()))
                .isInstanceOf(NotFetched.class);
        assertThatThrownBy(() -> enclose(story, "large.bin", new byte[10 * 1024 * 1024 + 1]))
                .isInstanceOf(NotFetched.class);
        Optional<UUID> enclosed =
                story.inTenant(() -> transaction.execute(status -> enclosures.of(story.caseNumber())));
        assertThat(enclosed).isEmpty();
    }

    @Test
    void anotherOperatorEnclosesNothing() {
        Story story = scene.complains(Motive.BILLING);
        String number = story.caseNumber();
        TenantContext.run(
                "littoral",
                () -> transaction.executeWithoutResult(status ->
                        enclosures.enclose(number, "x.pdf", "application/pdf", () -> new ByteArrayInputStream(FORM))));
        Optional<UUID> enclosed = story.inTenant(() -> transaction.execute(status -> enclosures.of(number)));
        assertThat(enclosed).isEmpty();
    }

    private Story solved(String name, byte[] octets) {
        Story story = scene.complains(Motive.BILLING);
        enclose(story, name, octets);
        return story.completes("solveComplaint", "outcome", "SOLVED", "resolution", "Voici le formulaire.");
    }

    private void enclose(Story story, String name, byte[] octets) {
        story.inTenant(() -> transaction.execute(status -> {
            enclosures.enclose(story.caseNumber(), name, "application/pdf", () -> new ByteArrayInputStream(octets));
            return true;
        }));
    }

    private OutboundMessage last(Story story) {
        List<OutboundMessage> all = sms.sentTo(story.msisdn());
        return all.get(all.size() - 1);
    }

    private List<Message> sent(Story story) {
        return story.inTenant(() -> conversations.messages(story.customerId(), 20)).stream()
                .filter(message -> !message.inbound())
                .toList();
    }
}
