package io.parcours.conversation;

import io.parcours.scenario.RecordingChannel;
import io.parcours.scenario.Scenario;
import io.parcours.scenario.Story;
import io.parcours.tenant.TenantContext;
import java.time.Clock;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.springframework.beans.factory.annotation.Autowired;

/** A customer with a number and WhatsApp. */
abstract class TwoChannels {

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
    Line line;

    @Autowired
    Clock clock;

    @AfterEach
    void bothWorkAgain() {
        sms.works();
        whatsapp.works();
        // Tests put the time back, and with it the places of those who waited.
        line.waitingOnlyAt(List.of());
    }

    Story waitingForTheOutcome() {
        return scene.somebody()
                .writesByWhatsApp("Ma facture est fausse")
                .touches("complaint.motive", "BILLING")
                .forgetsMessages();
    }

    void undeliverable(OutboundMessage message, SendRefused.Kind refusal) {
        TenantContext.run(
                "demo", () -> inbox.receive(whatsapp.undeliverable(message, "131026", refusal, clock.instant())));
    }
}
