package io.parcours.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import io.parcours.complaint.Motive;
import io.parcours.conversation.InboundMessage.Person;
import io.parcours.scenario.JourneyTest;
import io.parcours.scenario.RecordingChannel;
import io.parcours.scenario.Scenario;
import io.parcours.scenario.Story;
import io.parcours.tenant.TenantContext;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** A customer who comes by an invitation of ours to a channel that knows them by an id of its own. */
@JourneyTest
class InvitedTest {

    private static final AtomicInteger IDS = new AtomicInteger(50_000);

    @Autowired
    Scenario scene;

    @Autowired
    Inbox inbox;

    @Autowired
    RecordingChannel whatsapp;

    @Autowired
    Clock clock;

    private final String id = "BJ.7200" + IDS.incrementAndGet();
    private int written;

    @Test
    void isTheSameCustomerAndTheCaseComesAlong() {
        Story story = scene.complains(Motive.BILLING);
        receive(id, "", Optional.of(Attachment.coming("SHORTLINK")), Person.invited(story.customerId()));

        assertThat(customerAt(id)).isEqualTo(story.customerId());
        assertThat(story.trace()).contains("channelChanged");
        story.completes("solveComplaint", "outcome", "SOLVED", "resolution", "Corrigé.");
        assertThat(whatsapp.sentTo(id)).hasSize(1);
        assertThat(story.caseNumbers()).hasSize(1);
    }

    @Test
    void byComingAnswersNothingAndOpensNothing() {
        Story story = scene.somebody().writes("Ma facture est fausse");
        receive(id, "", Optional.of(Attachment.coming("SHORTLINK")), Person.invited(story.customerId()));
        receive(id, "1", Optional.empty(), Person.UNKNOWN);

        assertThat(story.runsJobs().caseNumbers()).hasSize(1);
        assertThat(story.complaint().motive()).isEqualTo(Motive.BILLING);
        String stranger = id + "1";
        receive(stranger, "", Optional.of(Attachment.coming("ADS")), Person.UNKNOWN);
        assertThat(scene.somebodyAt(stranger).caseNumbers()).isEmpty();
    }

    @Test
    void takesAlongWhatTheyWroteBeforeTheyWereKnown() {
        Story story = scene.customer("GOLD", "GOOD", 3);
        receive(id, "Bonjour", Optional.empty(), Person.UNKNOWN);
        assertThat(customerAt(id)).isNotEqualTo(story.customerId());
        receive(id, "C'est moi", Optional.empty(), Person.invited(story.customerId()));

        assertThat(customerAt(id)).isEqualTo(story.customerId());
    }

    @Test
    void anInvitationPassedOnToAnotherCustomerChangesNobody() {
        Story owner = scene.customer("GOLD", "GOOD", 3);
        Story other = scene.customer("GOLD", "GOOD", 3);
        receive(id, "Bonjour", Optional.empty(), Person.invited(owner.customerId()));
        receive(id, "Bonjour", Optional.empty(), Person.invited(other.customerId()));

        assertThat(customerAt(id)).isEqualTo(owner.customerId());
    }

    @Test
    void anInvitationOfNobodyOfTheOperatorsIsAStrangers() {
        receive(id, "Bonjour", Optional.empty(), Person.invited(UUID.randomUUID()));
        assertThat(customerAt(id)).isNotNull();
        Story elsewhere = scene.writesTo("littoral", "Bonjour");
        String stranger = id + "2";
        receive(stranger, "Bonjour", Optional.empty(), Person.invited(elsewhere.customerId()));
        assertThat(customerAt(stranger)).isNotEqualTo(elsewhere.customerId());
    }

    private UUID customerAt(String address) {
        return scene.somebodyAt(address).customerId();
    }

    private void receive(String from, String text, Optional<Attachment> attachment, Person person) {
        InboundMessage message = new InboundMessage(
                "demo",
                "whatsapp",
                "demo",
                from + "-" + ++written,
                from,
                text,
                clock.instant(),
                Optional.empty(),
                Optional.empty(),
                attachment,
                person);
        TenantContext.run("demo", () -> inbox.receive(message));
    }
}
