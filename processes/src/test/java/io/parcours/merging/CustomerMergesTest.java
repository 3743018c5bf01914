package io.parcours.merging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.parcours.conversation.InboundMessage;
import io.parcours.conversation.Preferences;
import io.parcours.customer.Customer;
import io.parcours.customer.CustomerSummary;
import io.parcours.customer.Customers;
import io.parcours.language.Language;
import io.parcours.permission.Consents;
import io.parcours.permission.Purpose;
import io.parcours.scenario.JourneyTest;
import io.parcours.scenario.Scenario;
import io.parcours.scenario.Story;
import io.parcours.trace.Timeline;
import io.parcours.trace.TimelineEntry;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** One person with two records, and two people who were taken for one. */
@JourneyTest
class CustomerMergesTest {

    @Autowired
    Scenario scene;

    @Autowired
    CustomerMerges merges;

    @Autowired
    Customers customers;

    @Autowired
    Preferences preferences;

    @Autowired
    Timeline timeline;

    @Autowired
    Consents consents;

    private Story awa;
    private Story stranger;
    private UUID kept;
    private UUID absorbed;

    /** Awa is a customer of the base; somebody writes by WhatsApp without a telephone number. */
    private void twoRecords() {
        awa = scene.customer("GOLD", "GOOD", 4)
                .writes("Bonjour, recharge non reçue")
                .answers("3");
        stranger = scene.somebodyAt("BJ." + UUID.randomUUID());
        strangerSays("Ma facture est fausse");
        kept = awa.customerId();
        absorbed = stranger.customerId();
    }

    @Test
    void theOpenCaseTheTimelineAndTheAddressesAreOneCustomersAfterwards() {
        twoRecords();
        String wandering = stranger.caseNumber();
        merge();

        Customer whole = awa.inTenant(() -> customers.find(kept)).orElseThrow();
        assertThat(whole.contactPoints()).extracting("channel").contains("sms", "whatsapp");
        assertThat(awa.inTenant(() -> customers.find(absorbed)).orElseThrow().id())
                .isEqualTo(kept);
        assertThat(awa.inTenant(() -> timeline.ofCustomer(kept, 500)))
                .extracting("caseNumber")
                .contains(wandering, awa.caseNumbers().get(0));
        assertThat(awa.trace()).contains("customersMerged");
        assertThat(found(awa.msisdn()))
                .extracting(CustomerSummary::id)
                .contains(kept)
                .doesNotContain(absorbed);
    }

    @Test
    void whatOnlyOneOfThemSaidOfLanguageAndChannelHoldsUntilTheyAreSeparated() {
        twoRecords();
        awa.inTenant(() -> {
            preferences.speaks(absorbed, Language.ENGLISH, "awa");
            preferences.prefers(absorbed, "whatsapp", "awa");
            return null;
        });
        UUID merge = merge();
        assertThat(whole().language()).isEqualTo(Language.ENGLISH);
        assertThat(whole().preferredChannel()).isEqualTo("whatsapp");

        awa.inTenant(() -> {
            merges.undo(merge, "aicha");
            return null;
        });
        assertThat(whole().language()).isNull();
        assertThat(whole().preferredChannel()).isEqualTo("sms");
    }

    @Test
    void whatTheKeptRecordSaidItselfStays() {
        twoRecords();
        awa.inTenant(() -> {
            preferences.speaks(kept, Language.FRENCH, "awa");
            preferences.prefers(kept, "sms", "awa");
            preferences.speaks(absorbed, Language.ENGLISH, "awa");
            preferences.prefers(absorbed, "whatsapp", "awa");
            return null;
        });
        merge();

        assertThat(whole().language()).isEqualTo(Language.FRENCH);
        assertThat(whole().preferredChannel()).isEqualTo("sms");
    }

    @Test
    void theCaseGoesOnOnItsChannelForTheCustomerWhoIsKept() {
        twoRecords();
        String wandering = stranger.caseNumber();
        merge();

        stranger.touches("complaint.motive", "BILLING").isToldByWhatsApp("complaint.motive");

        assertThat(awa.complaintOf(wandering).customerId()).isEqualTo(kept);
        assertThat(awa.complaintOf(wandering).motive()).isNotNull();
        assertThat(awa.hasWorkIn("complaint-billing").complaintOf(wandering).priority())
                .isNotNull();
    }

    @Test
    void anUndoneMergeGivesBackWhatMovedAndLeavesWhatCameSince() {
        twoRecords();
        String wandering = stranger.caseNumber();
        UUID merge = merge();
        strangerSays("1");

        awa.inTenant(() -> {
            merges.undo(merge, "aicha");
            return null;
        });

        assertThat(stranger.customerId()).isEqualTo(absorbed);
        assertThat(awa.complaintOf(wandering).customerId()).isEqualTo(absorbed);
        assertThat(awa.inTenant(() -> customers.find(absorbed)).orElseThrow().id())
                .isEqualTo(absorbed);
        assertThat(awa.inTenant(() -> customers.find(kept)).orElseThrow().contactPoints())
                .extracting("channel")
                .containsOnly("sms");
        assertThat(awa.inTenant(() -> merges.of(kept))).isEmpty();
        assertThatThrownBy(() -> awa.inTenant(() -> {
                    merges.undo(merge, "aicha");
                    return null;
                }))
                .isInstanceOf(MergeRefused.class);
    }

    @Test
    void whatHappenedInACaseGoesWithItsCaseWhenRecordsAreSeparated() {
        twoRecords();
        String wandering = stranger.caseNumber();
        UUID merge = merge();
        stranger.touches("complaint.motive", "BILLING");
        List<TimelineEntry> together = awa.inTenant(() -> timeline.ofCustomer(kept, 500));
        long ofTheCase = ofCase(together, wandering);
        assertThat(ofTheCase).isGreaterThan(3);

        awa.inTenant(() -> {
            merges.undo(merge, "aicha");
            return null;
        });

        List<TimelineEntry> theirs = awa.inTenant(() -> timeline.ofCustomer(absorbed, 500));
        assertThat(ofCase(theirs, wandering)).as("also while they were one").isEqualTo(ofTheCase);
        List<TimelineEntry> awas = awa.inTenant(() -> timeline.ofCustomer(kept, 500));
        assertThat(ofCase(awas, wandering)).as("nothing of somebody else's").isZero();
        assertThat(ofCase(awas, awa.caseNumber())).isEqualTo(ofCase(together, awa.caseNumber()));
    }

    private static long ofCase(List<TimelineEntry> entries, String caseNumber) {
        return entries.stream()
                .filter(entry -> caseNumber.equals(entry.caseNumber()))
                .count();
    }

    @Test
    void aRefusalOfEitherRecordHoldsForTheWholeCustomer() {
        twoRecords();
        awa.inTenant(() -> {
            consents.say(absorbed, Purpose.ANYWHERE, Purpose.MARKETING, false, null, "aicha");
            consents.say(kept, Purpose.ANYWHERE, Purpose.MARKETING, true, null, "aicha");
            return null;
        });
        merge();

        assertThat(awa.inTenant(() -> consents.of(kept)))
                .singleElement()
                .satisfies(consent -> assertThat(consent.granted()).isFalse());
    }

    @Test
    void whatWasMergedBeforeComesAlongAndIsThereAgainAfterTheUndoing() {
        twoRecords();
        Story third = scene.customer("STANDARD", "GOOD", 2);
        UUID first = awa.inTenant(() -> merges.merge(absorbed, third.customerId(), "aicha"));
        UUID second = merge();

        assertThatThrownBy(() -> awa.inTenant(() -> {
                    merges.undo(first, "aicha");
                    return null;
                }))
                .isInstanceOf(MergeRefused.class);
        awa.inTenant(() -> {
            merges.undo(second, "aicha");
            return null;
        });
        assertThat(third.customerId()).isEqualTo(absorbed);
        assertThat(awa.inTenant(() -> merges.of(absorbed))).hasSize(1);
    }

    @Test
    void nonsenseAndOtherOperatorsRecordsAreRefused() {
        twoRecords();
        UUID foreign = scene.writesTo("littoral", "Bonjour").customerId();

        for (UUID other : List.of(kept, foreign, UUID.randomUUID())) {
            assertThatThrownBy(() -> awa.inTenant(() -> merges.merge(kept, other, "aicha")))
                    .isInstanceOf(MergeRefused.class);
        }
        UUID merge = merge();
        assertThatThrownBy(() -> merge()).isInstanceOf(MergeRefused.class);
        assertThatThrownBy(() -> scene.writesTo("littoral", "Bonjour").inTenant(() -> {
                    merges.undo(merge, "eve");
                    return null;
                }))
                .isInstanceOf(MergeRefused.class);
    }

    private void strangerSays(String text) {
        stranger.receives(new InboundMessage(
                "demo",
                "whatsapp",
                "demo",
                "wamid-" + UUID.randomUUID(),
                stranger.msisdn(),
                text,
                Instant.now(),
                Optional.empty()));
    }

    private Customer whole() {
        return awa.inTenant(() -> customers.find(kept)).orElseThrow();
    }

    private UUID merge() {
        return awa.inTenant(() -> merges.merge(kept, absorbed, "aicha"));
    }

    private List<CustomerSummary> found(String words) {
        return awa.inTenant(() -> customers.search(words, 200));
    }
}
