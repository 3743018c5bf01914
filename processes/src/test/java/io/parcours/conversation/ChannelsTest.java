package io.parcours.conversation;

import static io.parcours.conversation.SendRefused.Kind.NOT_HERE;
import static io.parcours.conversation.SendRefused.Kind.NO_TEMPLATE;
import static io.parcours.conversation.SendRefused.Kind.PERHAPS_LATER;
import static io.parcours.conversation.SendRefused.Kind.WINDOW_CLOSED;
import static java.time.Duration.ofHours;
import static java.time.Duration.ofMinutes;
import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;

import io.parcours.complaint.Motive;
import io.parcours.conversation.InboundMessage.Person;
import io.parcours.scenario.JourneyTest;
import io.parcours.scenario.RecordingChannel;
import io.parcours.scenario.Scenario;
import io.parcours.scenario.Story;
import io.parcours.tenant.TenantContext;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** One customer and one case, whichever channels they go by. */
@JourneyTest
class ChannelsTest {

    @Autowired
    Scenario scene;

    @Autowired
    RecordingChannel sms;

    @Autowired
    RecordingChannel whatsapp;

    @Autowired
    Conversations conversations;

    @Autowired
    Inbox inbox;

    @Autowired
    Clock clock;

    @AfterEach
    void bothWorkAgain() {
        sms.works();
        whatsapp.works();
    }

    @Test
    void aWholeComplaintByWhatsAppIsTheSameJourney() {
        scene.somebody()
                .writesByWhatsApp("Ma facture est fausse")
                .isAskedByWhatsApp("complaint.motive")
                .touches("complaint.motive", "BILLING")
                .isToldByWhatsApp("complaint.registered")
                .completes("solveComplaint", "outcome", "SOLVED", "resolution", "Corrigé.")
                .isAskedByWhatsApp("complaint.solved")
                .touches("complaint.solved", "YES")
                .isToldNothingMore()
                .endsAt("complaintSolved");
    }

    @Test
    void aCustomerWhoGoesOnByWhatsAppStaysOneCustomerWithOneCase() {
        Story story = scene.customer("GOLD", "GOOD", 7)
                .writes("Ma facture est fausse")
                .isAsked("complaint.motive")
                .touches("complaint.motive", "BILLING")
                .isToldByWhatsApp("complaint.registered")
                .isToldNothingMore();

        assertThat(story.caseNumbers()).hasSize(1);
        assertThat(story.trace()).contains("channelChanged");
        story.completes("solveComplaint", "outcome", "SOLVED", "resolution", "Corrigé.")
                .isAskedByWhatsApp("complaint.solved")
                .writes("oui")
                .isToldNothingMore()
                .endsAt("complaintSolved");
        assertThat(story.caseNumbers()).hasSize(1);
    }

    @Test
    void whatWasWrittenBeforeTheChangeIsStillTheNextAnswer() {
        Story story = scene.complains(Motive.BILLING).writes("C'était en mai").writesByWhatsApp("Vous m'entendez ?");

        assertThat(story.inTenant(() -> conversations.unread(story.caseNumber())))
                .extracting(Message::text)
                .containsExactly("C'était en mai", "Vous m'entendez ?");
        story.completes("solveComplaint", "outcome", "ASK", "precision", "Quel mois ?")
                .hasWorkIn("complaint-billing");
        assertThat(story.inTenant(() -> conversations.unread(story.caseNumber())))
                .extracting(Message::text)
                .containsExactly("Vous m'entendez ?");
    }

    @Test
    void aButtonOfAnEarlierQuestionIsNoAnswerToThisOne() {
        scene.somebody()
                .writesByWhatsApp("Ma facture est fausse")
                .touches("complaint.motive", "NETWORK")
                .completes("solveComplaint", "outcome", "SOLVED", "resolution", "Réparé.")
                .forgetsMessages()
                .touches("complaint.motive", "NETWORK")
                .isAskedByWhatsApp("complaint.solved.again")
                .isNotEnded();
    }

    @Test
    void anEmojiPutOnAMessageAnswersNothingAndOpensNothing() {
        Story story = waitingForTheOutcome();
        story.receives(attached(story, Attachment.other("reaction"), "1"));
        story.completes("solveComplaint", "outcome", "SOLVED", "resolution", "Corrigé.")
                .isAskedByWhatsApp("complaint.solved")
                .touches("complaint.solved", "YES")
                .endsAt("complaintSolved");
        story.receives(attached(story, Attachment.other("reaction"), "2"));

        assertThat(story.caseNumbers()).hasSize(1);
    }

    @Test
    void aPhotographIsKeptWithTheCaseAndAnswersOnlyWhatAnyAnswerFits() {
        Story story = scene.somebody().writesByWhatsApp("Ma facture est fausse").forgetsMessages();
        story.receives(attached(story, Attachment.media("image", "media-7", "image/jpeg", null), "1"))
                .isAskedByWhatsApp("complaint.motive.again");

        assertThat(story.inTenant(() -> conversations.messages(story.customerId(), 10)))
                .filteredOn(message -> message.attachment() != null)
                .extracting(message -> message.attachment().mediaId())
                .containsExactly("media-7");
    }

    @Test
    void somebodyWithoutATelephoneNumberIsACustomerTooAndTheSameOneWhenTheNumberIsKnown() {
        String user = "BJ.13491208655302741918";
        String msisdn = scene.somebody().msisdn();
        Story story = scene.somebodyAt(user)
                .receives(byUser(user, new Person("Sena", null, List.of())))
                .isAskedByWhatsApp("complaint.motive")
                .receives(byUser(user, new Person("Sena", msisdn, List.of())));

        assertThat(story.caseNumbers()).hasSize(1);
        assertThat(scene.somebodyAt(msisdn).customerId()).isEqualTo(story.customerId());
    }

    @Test
    void aNumberThatChangedLeadsToTheSameCustomer() {
        Story story = scene.somebody().writesByWhatsApp("Ma facture est fausse");
        String other = story.msisdn() + "77";
        TenantContext.run(
                "demo",
                () -> inbox.receive(
                        new AddressChange("demo", "whatsapp", "demo", story.msisdn(), other, clock.instant())));
        story.receives(new InboundMessage(
                "demo", "whatsapp", "demo", "moved-" + story.msisdn(), other, "1", clock.instant(), Optional.empty()));

        assertThat(story.caseNumbers()).hasSize(1);
        assertThat(whatsapp.sentTo(other)).hasSize(1);
    }

    // --- the window

    @Test
    void afterTheWindowTheOutcomeLeavesAsAnApprovedTemplate() {
        Story story = waitingForTheOutcome().passes(ofHours(25));
        story.completes("solveComplaint", "outcome", "SOLVED", "resolution", "Corrigé.")
                .isAskedByWhatsApp("complaint.solved")
                .isToldNothingMore();

        Template template = story.lastByWhatsApp().template().orElseThrow();
        assertThat(template.name()).isEqualTo("complaint_solved");
        assertThat(template.parameters()).containsExactly("Sahel Mobile", story.caseNumber(), "Corrigé.");
    }

    @Test
    void withinTheWindowItIsFreeText() {
        Story story = waitingForTheOutcome().passes(ofHours(23));
        story.completes("solveComplaint", "outcome", "SOLVED", "resolution", "Corrigé.")
                .isAskedByWhatsApp("complaint.solved");

        assertThat(story.lastByWhatsApp().template()).isEmpty();
        assertThat(story.lastByWhatsApp().choices())
                .containsExactly(new Choice("complaint.solved#YES", "Oui"), new Choice("complaint.solved#NO", "Non"));
    }

    @Test
    void withoutAnApprovedTemplateTheOutcomeLeavesBySmsAndTheAnswerComesBySms() {
        whatsapp.answers(message -> {
            if (message.template().isPresent()) {
                throw new SendRefused(NO_TEMPLATE, "132001", "no such template", null);
            }
            return RecordingChannel.taken(message);
        });
        Story story = waitingForTheOutcome().passes(ofHours(25));
        story.completes("solveComplaint", "outcome", "SOLVED", "resolution", "Corrigé.")
                .isAsked("complaint.solved")
                .answers("1")
                .isToldNothingMore()
                .endsAt("complaintSolved");

        assertThat(story.trace()).contains("messageFailed", "channelChanged").doesNotContain("incidentRaised");
    }

    @Test
    void aTemplateThatIsKnownToBeRefusedIsNotTriedAndTheOutcomeLeavesBySms() {
        Story story = waitingForTheOutcome().passes(ofHours(25));
        int before = whatsapp.sentTo(story.msisdn()).size();
        whatsapp.answers(message -> {
            throw new AssertionError("No call for a template that would be refused");
        });
        whatsapp.refusesTemplates("template-paused");

        story.completes("solveComplaint", "outcome", "SOLVED", "resolution", "Corrigé.")
                .isAsked("complaint.solved")
                .answers("1")
                .endsAt("complaintSolved");

        assertThat(whatsapp.sentTo(story.msisdn())).hasSize(before);
        assertThat(story.timeline().toString()).contains("template-paused");
        assertThat(story.trace()).contains("channelChanged").doesNotContain("incidentRaised");
    }

    @Test
    void theProvidersClockDecidesWhetherTheWindowIsOpen() {
        whatsapp.answers(message -> {
            if (message.template().isEmpty()) {
                throw new SendRefused(WINDOW_CLOSED, "131047", "re-engagement", null);
            }
            return RecordingChannel.taken(message);
        });
        Story story = scene.somebody().writesByWhatsApp("Ma facture est fausse").isAskedByWhatsApp("complaint.motive");

        assertThat(story.lastByWhatsApp().template().orElseThrow().name()).isEqualTo("complaint_motive");
        story.isToldNothingMore();
    }

    @Test
    void theAgentSeesWhenTheWindowCloses() {
        Story story = waitingForTheOutcome();
        Instant written = story.inTenant(() -> conversations.messages(story.customerId(), 10)).stream()
                .filter(Message::inbound)
                .reduce((first, second) -> second)
                .orElseThrow()
                .at();

        ReplyWay way =
                story.inTenant(() -> conversations.replyWay(story.caseNumber())).orElseThrow();
        assertThat(way.channel()).isEqualTo("whatsapp");
        assertThat(way.freeTextUntil()).contains(written.plus(ofHours(24)));
        assertThat(way.freeText()).isTrue();
        story.passes(ofHours(25));
        assertThat(story.inTenant(() -> conversations.replyWay(story.caseNumber()))
                        .orElseThrow()
                        .freeText())
                .isFalse();
    }

    // --- the next channel

    @Test
    void aMessageTakenAndThenCalledUndeliverableLeavesByTheNextChannel() {
        Story story = waitingForTheOutcome();
        story.completes("solveComplaint", "outcome", "SOLVED", "resolution", "Corrigé.")
                .isAskedByWhatsApp("complaint.solved");
        undeliverable(story.lastByWhatsApp(), NOT_HERE);
        undeliverable(story.lastByWhatsApp(), NOT_HERE);

        story.runsJobs()
                .isAsked("complaint.solved")
                .isToldNothingMore()
                .writes("1")
                .endsAt("complaintSolved");
    }

    @Test
    void aMessageCalledUndeliverableSinceTheWindowIsClosedLeavesAsATemplate() {
        Story story = waitingForTheOutcome();
        story.completes("solveComplaint", "outcome", "SOLVED", "resolution", "Corrigé.")
                .isAskedByWhatsApp("complaint.solved");
        undeliverable(story.lastByWhatsApp(), WINDOW_CLOSED);

        story.runsJobs().isAskedByWhatsApp("complaint.solved").isToldNothingMore();
        assertThat(story.lastByWhatsApp().template()).isPresent();
    }

    @Test
    void onlyWhenTheTriesAreSpentAndNoChannelIsLeftIsThereAnIncident() {
        whatsapp.answers(message -> {
            throw new SendRefused(PERHAPS_LATER, "131000", "something went wrong", null);
        });
        Story story = scene.somebody().writesByWhatsApp("Ma facture est fausse");
        story.isToldNothingMore()
                .passes(ofMinutes(15))
                .isAsked("complaint.motive")
                .isToldNothingMore();

        assertThat(story.trace()).doesNotContain("incidentRaised");
        assertThat(story.trace().stream().filter("messageFailed"::equals)).hasSize(4);
    }

    @Test
    void aCrashAfterTheChangeOfChannelSendsNothingTwice() {
        whatsapp.answers(message -> {
            throw new SendRefused(NOT_HERE, "131026", "not on WhatsApp", null);
        });
        sms.answers(message -> {
            throw new IllegalStateException("killed while sending");
        });
        Story story = scene.somebody().writesByWhatsApp("Ma facture est fausse");
        sms.works();
        story.passes(ofMinutes(1)).isAsked("complaint.motive").isToldNothingMore();

        assertThat(story.trace()).contains("messageUnknown");
        assertThat(story.trace().stream().filter("messageFailed"::equals)).hasSize(1);
    }

    // --- taking turns

    @Test
    void whoHasToWaitForItsTurnSpendsNoTryAndKeepsItsPlace() {
        sms.line(ofSeconds(90));
        Story story = scene.writes("Ma facture est fausse").isToldNothingMore();
        sms.line(ofHours(3));
        story.passes(ofSeconds(89)).isToldNothingMore().passes(ofSeconds(2)).isAsked("complaint.motive");

        assertThat(story.trace()).doesNotContain("stepFailed", "messageFailed");
    }

    @Test
    void anAccountThatIsDownIsNotEvenTried() {
        sms.isDown("no bind");
        Story story = scene.writes("Ma facture est fausse").passes(ofMinutes(5)).isToldNothingMore();
        assertThat(story.trace()).doesNotContain("stepFailed", "messageFailed");
        sms.works();

        story.passes(ofMinutes(2)).isAsked("complaint.motive").isToldNothingMore();
    }

    @Test
    void theLongerAChannelIsDownTheRarerItIsAskedAndNeverByAllAtOnce() {
        assertThat(Line.pause(Duration.ZERO)).isBetween(ofSeconds(5), ofSeconds(15));
        assertThat(Line.pause(ofHours(1))).isBetween(ofSeconds(30), ofSeconds(90));
    }

    private Story waitingForTheOutcome() {
        return scene.somebody()
                .writesByWhatsApp("Ma facture est fausse")
                .touches("complaint.motive", "BILLING")
                .forgetsMessages();
    }

    private void undeliverable(OutboundMessage message, SendRefused.Kind refusal) {
        TenantContext.run(
                "demo",
                () -> inbox.receive(new Receipt(
                        "demo",
                        "whatsapp",
                        "demo",
                        "id-" + message.id(),
                        DeliveryState.UNDELIVERABLE,
                        clock.instant(),
                        "131026",
                        refusal)));
    }

    private InboundMessage attached(Story story, Attachment attachment, String id) {
        return new InboundMessage(
                "demo",
                "whatsapp",
                "demo",
                "attached-" + id + story.msisdn(),
                story.msisdn(),
                "",
                clock.instant(),
                Optional.empty(),
                Optional.empty(),
                Optional.of(attachment),
                new Person("Awa", story.msisdn(), List.of()));
    }

    private InboundMessage byUser(String user, Person person) {
        return new InboundMessage(
                "demo",
                "whatsapp",
                "demo",
                "wamid-" + user + person.msisdn(),
                user,
                "Ma facture est fausse",
                clock.instant(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                person);
    }
}
