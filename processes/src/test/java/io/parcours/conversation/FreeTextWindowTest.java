package io.parcours.conversation;

import static io.parcours.conversation.SendRefused.Kind.NO_TEMPLATE;
import static io.parcours.conversation.SendRefused.Kind.WINDOW_CLOSED;
import static java.time.Duration.ofDays;
import static java.time.Duration.ofHours;
import static org.assertj.core.api.Assertions.assertThat;

import io.parcours.engine.Attempt;
import io.parcours.scenario.JourneyTest;
import io.parcours.scenario.RecordingChannel;
import io.parcours.scenario.Story;
import io.parcours.tenant.TenantContext;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

/** What may be said on a channel that takes free text only for a while after the customer wrote. */
@JourneyTest
class FreeTextWindowTest extends TwoChannels {

    @Autowired
    Outbox outbox;

    @Autowired
    ConversationRepository repository;

    @Autowired
    TransactionTemplate transaction;

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

    // --- what a person writes, where the provider gives them more time

    @Test
    void whatAPersonWroteLeavesOnTheSecondDayAsFreeTextThatSaysSo() {
        whatsapp.takesRepliesFor(ofDays(7));
        Story story = waitingForTheOutcome().passes(ofHours(47));
        story.completes("solveComplaint", "outcome", "SOLVED", "resolution", "Corrigé.")
                .isAskedByWhatsApp("complaint.solved")
                .isToldNothingMore();

        assertThat(story.lastByWhatsApp().template()).isEmpty();
        assertThat(story.lastByWhatsApp().late()).isTrue();
        assertThat(story.inTenant(() -> conversations.replyWay(story.caseNumber())))
                .get()
                .matches(ReplyWay::freeText);
    }

    @Test
    void whatAPersonWroteAndDidNotArriveIsStillTheirsOnTheNextChannel() {
        whatsapp.takesRepliesFor(ofDays(7));
        Story story = waitingForTheOutcome().writes("Bonjour").passes(ofHours(47));
        story.completes("solveComplaint", "outcome", "SOLVED", "resolution", "Corrigé.")
                .isAsked("complaint.solved");
        story.didNotArrive(story.lastMessage()).isAskedByWhatsApp("complaint.solved");

        assertThat(story.lastByWhatsApp().template()).isEmpty();
        assertThat(story.lastByWhatsApp().late()).isTrue();
    }

    @Test
    void withinTheWindowOfAllItIsNoLateReply() {
        whatsapp.takesRepliesFor(ofDays(7));
        Story story = waitingForTheOutcome().passes(ofHours(23));
        story.completes("solveComplaint", "outcome", "SOLVED", "resolution", "Corrigé.")
                .isAskedByWhatsApp("complaint.solved");

        assertThat(story.lastByWhatsApp().late()).isFalse();
    }

    @Test
    void whatAJourneySaysByItselfOnTheSecondDayHasNoMoreTimeThanBefore() {
        whatsapp.takesRepliesFor(ofDays(7));
        Story story = waitingForTheOutcome().passes(ofHours(47));

        says(story, "complaint.registered");

        assertThat(story.lastByWhatsApp().template()).isPresent();
        assertThat(story.lastByWhatsApp().late()).isFalse();
    }

    @Test
    void afterTheLastDayWhatAPersonWroteLeavesByTheNextChannel() {
        whatsapp.takesRepliesFor(ofDays(7));
        whatsapp.refusesTemplates("no-utility-messages");
        Story story = waitingForTheOutcome().passes(ofDays(8));
        story.completes("solveComplaint", "outcome", "SOLVED", "resolution", "Corrigé.")
                .isAsked("complaint.solved")
                .isToldNothingMore();

        assertThat(story.lastMessage().late()).isFalse();
        assertThat(story.trace()).contains("channelChanged").doesNotContain("incidentRaised");
    }

    @Test
    void whereTheProviderFindsAReplyTooLateItLeavesAsATemplate() {
        whatsapp.takesRepliesFor(ofDays(7));
        whatsapp.answers(message -> {
            if (message.late()) {
                throw new SendRefused(WINDOW_CLOSED, "10", "outside of allowed window", null);
            }
            return RecordingChannel.taken(message);
        });
        Story story = waitingForTheOutcome().passes(ofHours(47));
        story.completes("solveComplaint", "outcome", "SOLVED", "resolution", "Corrigé.")
                .isAskedByWhatsApp("complaint.solved");

        assertThat(story.lastByWhatsApp().template()).isPresent();
    }

    private void says(Story story, String code) {
        TenantContext.run("demo", () -> {
            Conversation conversation = transaction.execute(
                    status -> repository.ofCase(story.caseNumber()).orElseThrow());
            Template template = new Template(Template.name(code), "fr", List.of());
            Wording wording =
                    new Wording(code, channel -> "Texte", List.of(), Expectation.NOTHING, "service", template, true);
            outbox.send(new Attempt("say-" + story.msisdn(), false), conversation, wording);
        });
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
}
