package io.parcours.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import io.parcours.complaint.Motive;
import io.parcours.conversation.InboundMessage.Person;
import io.parcours.scenario.JourneyTest;
import io.parcours.scenario.Story;
import io.parcours.tenant.TenantContext;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** One customer and one case, whichever channels they go by. */
@JourneyTest
class ChannelsTest extends TwoChannels {

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
