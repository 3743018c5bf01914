package io.parcours.connector.mail;

import static io.parcours.connector.mail.MailTestBed.BAOBAB;
import static io.parcours.connector.mail.MailTestBed.SERVICE;
import static io.parcours.connector.mail.MailTestBed.SUBSCRIBER;
import static io.parcours.connector.mail.MailTestBed.account;
import static io.parcours.connector.mail.MailTestBed.quick;
import static io.parcours.connector.mail.MailTestBed.soon;
import static org.assertj.core.api.Assertions.assertThat;

import io.parcours.connector.simulator.MailSimAccount;
import io.parcours.connector.simulator.MailSimulator;
import io.parcours.connector.simulator.SimulatedMail;
import io.parcours.conversation.Attachment;
import io.parcours.conversation.DeliveryState;
import io.parcours.conversation.InboundMessage;
import io.parcours.conversation.Notice;
import io.parcours.conversation.SendRefused.Kind;
import java.io.InputStream;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class MailReceiveTest {

    private static final String KARITE = "contact@karite.example";

    private final MailSimulator world = MailSimulator.start(BAOBAB, new MailSimAccount(KARITE, "karite-user", "other"));
    private final MailTestBed bed = MailTestBed.at(world);

    @AfterEach
    void stop() {
        bed.close();
        world.close();
    }

    @Test
    void aFirstMailIsItsSubjectAndItsWordsAndItsSender() {
        String id = world.write("Awa Client <" + SUBSCRIBER + ">", SERVICE, "Plus d'internet", "Depuis hier.\nAwa");
        soon().until(() -> !bed.inbox.stored.isEmpty());
        InboundMessage message = bed.inbox.stored.get(0);
        assertThat(message.text()).isEqualTo("Plus d'internet\nDepuis hier.\nAwa");
        assertThat(message.from()).isEqualTo(SUBSCRIBER);
        assertThat(message.person().name()).isEqualTo("Awa Client");
        assertThat(message.externalId()).isEqualTo(id);
        assertThat(message.account()).isEqualTo("baobab-mail");
        soon().until(() -> world.seen().contains(id));
        assertThat(world.conversation(SUBSCRIBER)).isEmpty();
    }

    @Test
    void anAnswerIsItsOwnWordsAlone() {
        bed.send("Quel est le motif ?", "Internet", "Facture");
        world.reply(world.conversation(SUBSCRIBER).get(0).id(), "2");
        soon().until(() -> bed.inbox.texts().equals(List.of("2")));
    }

    @Test
    void anAnswerOfOursStandsBelowTheMailThatItAnswers() {
        String asked = world.write(SUBSCRIBER, SERVICE, "Plus d'internet", "Depuis hier.");
        soon().until(() -> bed.lines.all().get(0).threads().of(SUBSCRIBER).isPresent());
        bed.send("Nous regardons.");
        SimulatedMail answer = world.conversation(SUBSCRIBER).get(1);
        assertThat(answer.subject()).isEqualTo("Re: Plus d'internet");
        assertThat(answer.inReplyTo()).isEqualTo(asked);
        assertThat(world.ledger().accepted().get(0).raw()).contains("References: " + asked);
    }

    @Test
    void afterARestartAnswersStillStandBelow() {
        String asked = world.write(SUBSCRIBER, SERVICE, "Plus d'internet", "Depuis hier.");
        soon().until(() -> world.seen().contains(asked));
        bed.close();
        try (MailTestBed again = MailTestBed.at(world)) {
            again.awaitReading();
            again.send("Nous regardons.");
            assertThat(world.conversation(SUBSCRIBER).get(1).inReplyTo()).isEqualTo(asked);
            assertThat(again.inbox.calls).hasValue(0);
        }
    }

    @Test
    void eachTenantsMailIsItsOwn() {
        MailAccount karite = MailAccount.of(
                        "karite", "karite-mail", world.smtpUrl(KARITE), world.imapUrl(KARITE), KARITE, "Karité")
                .with(quick(Duration.ofMinutes(5)));
        bed.close();
        try (MailTestBed both = new MailTestBed(account(world), karite)) {
            world.write(SUBSCRIBER, SERVICE, "à Baobab", "1");
            world.write(SUBSCRIBER, KARITE, "à Karité", "2");
            soon().until(() -> both.inbox.stored.size() == 2);
            assertThat(both.inbox.stored)
                    .extracting(message -> message.tenant() + " " + message.account() + " " + message.text())
                    .containsExactlyInAnyOrder("baobab baobab-mail à Baobab\n1", "karite karite-mail à Karité\n2");
            assertThat(both.channel.account("karite")).contains("karite-mail");
        }
    }

    @Test
    void aFileIsNamedByTheMailsIdAndItsOctetsComeWithIt() throws Exception {
        byte[] octets = new byte[2_000];
        new Random(7).nextBytes(octets);
        String id = world.write(
                SUBSCRIBER, SERVICE, "Ma facture", "La voici.", "Facture août.pdf", "application/pdf", octets);
        soon().until(() -> !bed.inbox.stored.isEmpty());
        InboundMessage message = bed.inbox.stored.get(0);
        assertThat(message.text()).isEqualTo("Ma facture\nLa voici.");
        assertThat(message.attachment())
                .contains(Attachment.media("document", id + "/1", "application/pdf", "Facture août.pdf"));
        try (InputStream file = message.file().orElseThrow().open()) {
            assertThat(file.readAllBytes()).isEqualTo(octets);
        }
    }

    @Test
    void aBounceSaysThatTheMessageThatBouncedIsUndeliverable() {
        bed.awaitReading();
        world.faults().bounce(SUBSCRIBER);
        String id = bed.send("Bonjour").providerIds().get(0);
        soon().until(() -> !bed.inbox.receipts.isEmpty());
        assertThat(bed.inbox.receipts).singleElement().satisfies(receipt -> {
            assertThat(receipt.providerId()).isEqualTo(id);
            assertThat(receipt.state()).isEqualTo(DeliveryState.UNDELIVERABLE);
            assertThat(receipt.errorCode()).isEqualTo("5.1.1");
            assertThat(receipt.refusal()).isEqualTo(Kind.NOT_HERE);
        });
        assertThat(bed.inbox.stored).isEmpty();
        assertThat(bed.inbox.notices).isEmpty();
    }

    @Test
    void aMachinesAnswerIsNoAnswer() {
        bed.awaitReading();
        world.faults().answerAutomatically(SUBSCRIBER);
        bed.send("Bonjour");
        soon().until(() -> !bed.inbox.notices.isEmpty());
        assertThat(bed.inbox.reasons()).containsExactly("automatic mail (Auto-Submitted)");
        assertThat(bed.inbox.stored).isEmpty();
        assertThat(world.ledger().accepted()).hasSize(1);
    }

    @Test
    void twoMachinesThatTalkAreCutShort() {
        bed.awaitReading();
        for (int i = 0; i < 22; i++) {
            world.write(SUBSCRIBER, SERVICE, "Votre message", "a bien été reçu " + i);
        }
        world.write("koffi@client.example", SERVICE, "Bonjour", "Je suis une personne");
        soon().until(() -> bed.inbox.stored.size() + bed.inbox.notices.size() == 23);
        assertThat(bed.inbox.stored).hasSize(21);
        assertThat(bed.inbox.reasons()).containsOnly("more than 20 mails of one sender in an hour");
        assertThat(bed.inbox.notices).allSatisfy(notice -> {
            assertThat(notice.kind()).isEqualTo(Notice.Kind.WORDS);
            assertThat(notice.head()).isEqualTo(new Notice.Head(SUBSCRIBER, "Votre message"));
        });
    }

    @Test
    void aMailThatIsTooLargeIsANoticeAndKeepsNothingWaiting() {
        bed.awaitReading();
        String id = world.write(SUBSCRIBER, SERVICE, "Photo", "voici", "p.jpg", "image/jpeg", new byte[1024 * 1024]);
        world.write(SUBSCRIBER, SERVICE, "Reçu ?", "Merci");
        soon().until(() -> bed.inbox.stored.size() == 1 && bed.inbox.notices.size() == 1);
        Notice notice = bed.inbox.notices.get(0);
        assertThat(notice.reason()).hasToString("mail of more than 1 MB");
        assertThat(notice.kind()).isEqualTo(Notice.Kind.WORDS);
        assertThat(notice.head()).isEqualTo(new Notice.Head(SUBSCRIBER, "Photo"));
        assertThat(notice.payload()).contains("Subject: Photo").hasSizeLessThanOrEqualTo(MailReader.BEGINNING);
        soon().until(() -> world.seen().contains(id));
    }
}
