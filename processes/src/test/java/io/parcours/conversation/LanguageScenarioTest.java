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
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
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

    ByTelephone telephone;

    @BeforeEach
    void telephone() {
        telephone = new ByTelephone(voice, clock);
    }

    @AfterEach
    void worksAgain() {
        voice.works();
    }

    @Test
    void aNewCallerChoosesALanguageAndTheJourneyGoesOnInIt() {
        Story caller = telephone.calls(scene.somebody());
        assertThat(telephone.told(caller)).containsExactly("language");
        assertThat(telephone.last(caller).choices())
                .extracting(Choice::language)
                .containsExactly("fr", "en", "fon", "bba");

        telephone.keys(caller, "language#en", "English");

        assertThat(telephone.told(caller)).containsExactly("language", "complaint.motive");
        assertThat(telephone.last(caller).language()).isEqualTo("en");
        assertThat(telephone.last(caller).choices()).extracting(Choice::label).contains("Billing");
        telephone.keys(caller, "complaint.motive#BILLING", "Billing").hasWorkIn("complaint-billing");
        assertThat(caller.trace()).contains("languageChosen");
        assertThat(customer(caller).language()).isEqualTo(Language.ENGLISH);
    }

    @Test
    void aKnownCallerGoesStraightOnInTheLanguageChosenLastTime() {
        Story caller = telephone.calls(scene.somebody());
        telephone.keys(caller, "language#fon", "le fon");
        telephone
                .keys(caller, "complaint.motive#BILLING", "Facturation")
                .completes("solveComplaint", "outcome", "SOLVED", "resolution", "Corrigé.");
        telephone.keys(caller, "complaint.solved#YES", "Oui").endsAt("complaintSolved");

        telephone.calls(caller);

        assertThat(telephone.told(caller).get(telephone.told(caller).size() - 1))
                .isEqualTo("complaint.motive");
        assertThat(telephone.told(caller)).containsOnlyOnce("language");
        assertThat(telephone.last(caller).language()).isEqualTo("fon");
        assertThat(telephone.last(caller).text()).as("no text in Fon is given").contains("votre réclamation concerne");
    }

    @Test
    void whoWritesIsNotAsked() {
        scene.somebody().writes("Ma facture est fausse").isAsked("complaint.motive");
    }

    @Test
    void whoWroteBeforeIsAskedWhenTheyCall() {
        Story caller = telephone.calls(scene.complains(io.parcours.complaint.Motive.BILLING)
                .completes("solveComplaint", "outcome", "SOLVED", "resolution", "Corrigé."));
        assertThat(telephone.told(caller)).containsExactly("language");

        telephone.keys(caller, "language#fr", "le français");

        assertThat(telephone.told(caller)).containsExactly("language", "complaint.solved");
        telephone.keys(caller, "complaint.solved#YES", "Oui").endsAt("complaintSolved");
    }

    @Test
    void aKeyThatIsNoLanguageIsForgivenOnceAndThenFrenchIsSpokenWithoutBeingRemembered() {
        Story caller = telephone.calls(scene.somebody());
        telephone.keys(caller, null, "3");
        assertThat(telephone.told(caller)).containsExactly("language", "language");

        telephone.keys(caller, null, "");

        assertThat(telephone.told(caller)).containsExactly("language", "language", "complaint.motive");
        assertThat(telephone.last(caller).language()).isEqualTo("fr");
        assertThat(customer(caller).language()).isNull();
        telephone.keys(caller, "complaint.motive#BILLING", "Facturation").hasWorkIn("complaint-billing");
    }

    @Test
    void whoHangsUpBeforeChoosingIsAskedTheJourneysQuestionBySms() {
        Story caller = telephone.calls(scene.somebody());
        voice.answers(ByTelephone.gone());

        caller.inTenant(() -> {
            inbox.receive(telephone.receipt(
                    telephone.last(caller), DeliveryState.UNDELIVERABLE, "hung-up", SendRefused.Kind.NOT_HERE));
            return null;
        });

        caller.runsJobs().isAsked("complaint.motive").answers("1").hasWorkIn("complaint-billing");
        assertThat(customer(caller).language()).isNull();
    }

    @Test
    void aCallThatIsOverBeforeTheLanguageIsAskedLosesNothing() {
        voice.answers(ByTelephone.gone());

        telephone.calls(scene.somebody()).isAsked("complaint.motive");
    }

    @Test
    void whatIsWrittenWhileTheLanguageIsAskedAnswersTheJourneysQuestion() {
        Story caller = telephone.calls(scene.somebody());

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

    private void keysByWhatsApp(Story customer) {
        customer.touches("complaint.motive", "BILLING");
    }

    private Customer customer(Story story) {
        return story.inTenant(() -> customers.find(story.customerId()).orElseThrow());
    }
}
