package io.parcours.conversation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.parcours.customer.Customer;
import io.parcours.customer.Customers;
import io.parcours.language.Language;
import io.parcours.scenario.JourneyTest;
import io.parcours.scenario.RecordingChannel;
import io.parcours.scenario.Scenario;
import io.parcours.scenario.Story;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** A caller chooses a language once; whoever writes is never asked. */
@JourneyTest
class LanguageScenarioTest {

    @Autowired
    Scenario scene;

    @Autowired
    RecordingChannel voice;

    @Autowired
    Customers customers;

    @Autowired
    Preferences preferences;

    @Autowired
    Inbox inbox;

    @Autowired
    Clock clock;

    private int said;

    @AfterEach
    void worksAgain() {
        voice.works();
    }

    @Test
    void aNewCallerChoosesALanguageAndTheJourneyGoesOnInIt() {
        Story caller = calls(scene.somebody());
        assertThat(told(caller)).containsExactly("language");
        assertThat(last(caller).choices()).extracting(Choice::language).containsExactly("fr", "en", "fon", "bba");

        keys(caller, "language#en", "English");

        assertThat(told(caller)).containsExactly("language", "complaint.motive");
        assertThat(last(caller).language()).isEqualTo("en");
        assertThat(last(caller).choices()).extracting(Choice::label).contains("Billing");
        keys(caller, "complaint.motive#BILLING", "Billing").hasWorkIn("complaint-billing");
        assertThat(caller.trace()).contains("languageChosen");
        assertThat(customer(caller).language()).isEqualTo(Language.ENGLISH);
    }

    @Test
    void aKnownCallerGoesStraightOnInTheLanguageChosenLastTime() {
        Story caller = calls(scene.somebody());
        keys(caller, "language#fon", "le fon");
        keys(caller, "complaint.motive#BILLING", "Facturation")
                .completes("solveComplaint", "outcome", "SOLVED", "resolution", "Corrigé.");
        keys(caller, "complaint.solved#YES", "Oui").endsAt("complaintSolved");

        calls(caller);

        assertThat(told(caller).get(told(caller).size() - 1)).isEqualTo("complaint.motive");
        assertThat(told(caller)).containsOnlyOnce("language");
        assertThat(last(caller).language()).isEqualTo("fon");
        assertThat(last(caller).text()).as("no text in Fon is given").contains("votre réclamation concerne");
    }

    @Test
    void whoWritesIsNotAsked() {
        scene.somebody().writes("Ma facture est fausse").isAsked("complaint.motive");
    }

    @Test
    void whoWroteBeforeIsAskedWhenTheyCall() {
        Story caller = calls(scene.complains(io.parcours.complaint.Motive.BILLING)
                .completes("solveComplaint", "outcome", "SOLVED", "resolution", "Corrigé."));
        assertThat(told(caller)).containsExactly("language");

        keys(caller, "language#fr", "le français");

        assertThat(told(caller)).containsExactly("language", "complaint.solved");
        keys(caller, "complaint.solved#YES", "Oui").endsAt("complaintSolved");
    }

    @Test
    void aKeyThatIsNoLanguageIsForgivenOnceAndThenFrenchIsSpokenWithoutBeingRemembered() {
        Story caller = calls(scene.somebody());
        keys(caller, null, "3");
        assertThat(told(caller)).containsExactly("language", "language");

        keys(caller, null, "");

        assertThat(told(caller)).containsExactly("language", "language", "complaint.motive");
        assertThat(last(caller).language()).isEqualTo("fr");
        assertThat(customer(caller).language()).isNull();
        keys(caller, "complaint.motive#BILLING", "Facturation").hasWorkIn("complaint-billing");
    }

    @Test
    void whoHangsUpBeforeChoosingIsAskedTheJourneysQuestionBySms() {
        Story caller = calls(scene.somebody());
        voice.answers(gone());

        caller.inTenant(() -> {
            inbox.receive(new Receipt(
                    Scenario.TENANT,
                    "voice",
                    "demo",
                    "id-" + last(caller).id(),
                    DeliveryState.UNDELIVERABLE,
                    clock.instant(),
                    "hung-up",
                    SendRefused.Kind.NOT_HERE));
            return null;
        });

        caller.runsJobs().isAsked("complaint.motive").answers("1").hasWorkIn("complaint-billing");
        assertThat(customer(caller).language()).isNull();
    }

    @Test
    void aCallThatIsOverBeforeTheLanguageIsAskedLosesNothing() {
        voice.answers(gone());

        calls(scene.somebody()).isAsked("complaint.motive");
    }

    @Test
    void whatIsWrittenWhileTheLanguageIsAskedAnswersTheJourneysQuestion() {
        Story caller = calls(scene.somebody());

        caller.writes("1").hasWorkIn("complaint-billing");

        assertThat(customer(caller).language()).isNull();
    }

    @Test
    void whatWasChosenIsPreferredAndElseWhatTheyCameByLast() {
        Story customer = scene.customer("GOLD", "GOOD", 7).writesByWhatsApp("Ma facture est fausse");
        assertThat(customer(customer).preferredChannel()).isEqualTo("whatsapp");

        customer.inTenant(() -> {
            preferences.prefers(customer.customerId(), "sms", "awa");
            return null;
        });
        keysByWhatsApp(customer);
        customer.completes("solveComplaint", "outcome", "SOLVED", "resolution", "Corrigé.");
        customer.touches("complaint.solved", "YES").writesByWhatsApp("Ma facture est encore fausse");

        assertThat(customer(customer).preferredChannel()).isEqualTo("sms");
    }

    @Test
    void anAgentNotesTheLanguageOfTheirOwnOperatorsCustomersOnly() {
        Story customer = scene.customer("GOLD", "GOOD", 7);
        UUID id = customer.customerId();
        customer.inTenant(() -> {
            preferences.speaks(id, Language.BARIBA, "awa");
            return null;
        });
        assertThat(customer(customer).language()).isEqualTo(Language.BARIBA);

        Story other = scene.customerOf("littoral");
        assertThatThrownBy(() -> other.inTenant(() -> {
                    preferences.speaks(id, Language.FRENCH, "mallory");
                    return null;
                }))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> customer.inTenant(() -> {
                    preferences.prefers(id, "voice", "awa");
                    return null;
                }))
                .isInstanceOf(IllegalArgumentException.class);
        assertThat(customer(customer).language()).isEqualTo(Language.BARIBA);
    }

    private static java.util.function.Function<OutboundMessage, Delivery> gone() {
        return message -> {
            throw new SendRefused(SendRefused.Kind.NOT_HERE, "no-call", "Nobody is on the telephone", null);
        };
    }

    private void keysByWhatsApp(Story customer) {
        customer.touches("complaint.motive", "BILLING");
    }

    private Customer customer(Story story) {
        return story.inTenant(() -> customers.find(story.customerId()).orElseThrow());
    }

    private Story calls(Story caller) {
        return says(caller, null, "", Attachment.other("call"));
    }

    private Story keys(Story caller, String choice, String text) {
        return says(caller, choice, text, text.isEmpty() ? Attachment.other("no-key") : null);
    }

    private Story says(Story caller, String choice, String text, Attachment attachment) {
        return caller.receives(new InboundMessage(
                Scenario.TENANT,
                "voice",
                "demo",
                "call-" + caller.msisdn() + "-" + ++said,
                caller.msisdn(),
                text,
                clock.instant(),
                Optional.empty(),
                Optional.ofNullable(choice),
                Optional.ofNullable(attachment),
                new InboundMessage.Person(null, caller.msisdn(), List.of())));
    }

    private List<String> told(Story caller) {
        return voice.sentTo(caller.msisdn()).stream().map(OutboundMessage::code).toList();
    }

    private OutboundMessage last(Story caller) {
        List<OutboundMessage> all = voice.sentTo(caller.msisdn());
        return all.get(all.size() - 1);
    }
}
