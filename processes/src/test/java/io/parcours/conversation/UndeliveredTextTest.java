package io.parcours.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import io.parcours.complaint.Motive;
import io.parcours.engine.Incidents;
import io.parcours.scenario.JourneyTest;
import io.parcours.scenario.Story;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** A text that the centre took, and whose receipt says that it never arrived. */
@JourneyTest
class UndeliveredTextTest extends TwoChannels {

    @Autowired
    Incidents incidents;

    @Test
    void goesOnByWhatsAppWhereTheCustomerWritesToo() {
        Story story = scene.somebody().writesByWhatsApp("Ma facture est fausse").writes("Bonjour");
        OutboundMessage text = story.lastMessage();
        int before = whatsapp.sentTo(story.msisdn()).size();

        story.didNotArrive(text);

        assertThat(whatsapp.sentTo(story.msisdn())).hasSize(before + 1);
        assertThat(story.lastByWhatsApp().code()).isEqualTo(text.code());
        assertThat(story.trace()).contains("messageUndeliverable", "channelChanged");
    }

    @Test
    void doesNotWanderInACircleWhereItArrivesNowhere() {
        Story story = scene.somebody().writesByWhatsApp("Ma facture est fausse").writes("Bonjour");
        story.didNotArrive(story.lastMessage());
        int bySms = sms.sentTo(story.msisdn()).size();

        undeliverable(story.lastByWhatsApp(), SendRefused.Kind.NOT_HERE);
        for (int tries = 0; tries < 5; tries++) {
            story.runsJobs().passes(Duration.ofMinutes(30));
        }

        assertThat(sms.sentTo(story.msisdn())).hasSize(bySms);
    }

    @Test
    void movesNoCaseThatIsOver() {
        Story story = scene.somebody().writesByWhatsApp("STOP").writes("STOP").forgetsMessages();
        OutboundMessage confirmed = story.lastMessage();
        story.didNotArrive(confirmed).isToldByWhatsApp("opt-out.confirmed");

        story.writesByWhatsApp("Ma facture est fausse").isAskedByWhatsApp("complaint.motive");
    }

    @Test
    void isUndeliverableAndNoIncidentWhereThereIsNoOtherChannel() {
        Story story = scene.complains(Motive.BILLING).forgetsMessages();
        int before = story.inTenant(() -> incidents.open()).size();

        story.didNotArrive(story.lastMessage());
        for (int tries = 0; tries < 5; tries++) {
            story.runsJobs().passes(Duration.ofMinutes(30));
        }

        story.isToldNothingMore();
        assertThat(story.inTenant(() -> incidents.open())).hasSize(before);
        assertThat(story.trace()).contains("messageUndeliverable").doesNotContain("incidentRaised", "messageFailed");
    }
}
