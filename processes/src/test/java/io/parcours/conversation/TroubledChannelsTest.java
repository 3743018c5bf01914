package io.parcours.conversation;

import static io.parcours.conversation.SendRefused.Kind.NOT_HERE;
import static io.parcours.conversation.SendRefused.Kind.PERHAPS_LATER;
import static io.parcours.conversation.SendRefused.Kind.WINDOW_CLOSED;
import static java.time.Duration.ofHours;
import static java.time.Duration.ofMinutes;
import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;

import io.parcours.permission.Consents;
import io.parcours.permission.Purpose;
import io.parcours.scenario.JourneyTest;
import io.parcours.scenario.Story;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** A message that cannot go by its channel goes by the next one, once. */
@JourneyTest
class TroubledChannelsTest extends TwoChannels {

    @Autowired
    Consents consents;

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
    void whoWantsNothingThereAnyMoreGetsNoTemplateInItsPlace() {
        Story story = waitingForTheOutcome();
        story.completes("solveComplaint", "outcome", "SOLVED", "resolution", "Corrigé.")
                .isAskedByWhatsApp("complaint.solved");
        undeliverable(story.lastByWhatsApp(), WINDOW_CLOSED);
        story.inTenant(() -> {
            consents.say(story.customerId(), "whatsapp", Purpose.ALL, false, null, "aicha");
            return null;
        });

        story.runsJobs().isAsked("complaint.solved").isToldNothingMore();
        assertThat(story.trace()).contains("contactRefused");
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
        sms.isDown(Problem.of("sms.refused", "Bind Failed"));
        Story story = scene.writes("Ma facture est fausse").passes(ofMinutes(5)).isToldNothingMore();
        assertThat(story.trace()).doesNotContain("stepFailed", "messageFailed");
        sms.works();

        story.passes(ofMinutes(2)).isAsked("complaint.motive").isToldNothingMore();
    }

    @Test
    void theLongerAChannelIsDownTheRarerItIsAsked() {
        assertThat(Line.pause(Duration.ZERO)).isEqualTo(ofSeconds(10));
        assertThat(Line.pause(ofMinutes(2))).isEqualTo(ofSeconds(30));
        assertThat(Line.pause(ofHours(1))).isEqualTo(ofSeconds(60));
    }
}
