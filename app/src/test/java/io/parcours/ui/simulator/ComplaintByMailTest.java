package io.parcours.ui.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.parcours.connector.simulator.MailSimulator;
import io.parcours.connector.simulator.SimulatedMail;
import io.parcours.demo.DemoCustomers;
import io.parcours.ui.ScreenTest;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** A complaint from the first mail to its number, over real SMTP and IMAP. */
@ScreenTest
class ComplaintByMailTest {

    private static final String SUBSCRIBER = "inconnue@abonne.example";

    @Autowired
    MailSimulator world;

    @Test
    void aComplaintByMailIsAskedAnsweredAndRegisteredInOneThread() {
        String operator = DemoCustomers.mailAddressOf("demo");
        world.write("Inconnue <" + SUBSCRIBER + ">", operator, "Ma facture", "Ma facture de mai est fausse.");
        SimulatedMail question = answer("votre réclamation concerne");
        assertThat(question.subject()).isEqualTo("Re: Ma facture");
        assertThat(question.text()).contains("1. ", "2. ", "Répondez à ce courriel");

        world.reply(question.id(), "1\n\nCordialement,\nUne cliente sans réseau de vente");
        SimulatedMail confirmation = answer("enregistrée sous le numéro");
        assertThat(confirmation.subject()).isEqualTo("Re: Ma facture");
        assertThat(world.conversation(SUBSCRIBER).stream().filter(SimulatedMail::fromSubscriber))
                .allMatch(SimulatedMail::taken);
    }

    private SimulatedMail answer(String words) {
        return await().dontCatchUncaughtExceptions()
                .atMost(Duration.ofSeconds(30))
                .until(() -> saying(words), mails -> !mails.isEmpty())
                .get(0);
    }

    private List<SimulatedMail> saying(String words) {
        return world.conversation(SUBSCRIBER).stream()
                .filter(mail -> !mail.fromSubscriber() && mail.text().contains(words))
                .toList();
    }
}
