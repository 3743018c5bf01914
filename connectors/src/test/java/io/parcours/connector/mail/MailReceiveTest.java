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
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
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
    void whatCameWhileThePlatformWasAwayIsReadInItsOrder() {
        bed.close();
        world.write(SUBSCRIBER, SERVICE, "un", "1");
        world.write(SUBSCRIBER, SERVICE, "deux", "2");
        try (MailTestBed again = MailTestBed.at(world)) {
            soon().until(() -> again.inbox.texts().equals(List.of("un\n1", "deux\n2")));
        }
    }

    @Test
    void aMailboxThatIsLostIsOpenedAgain() {
        for (int round = 1; round <= 3; round++) {
            world.dropMailboxes();
            world.write(SUBSCRIBER, SERVICE, "tour", String.valueOf(round));
            int expected = round;
            soon().until(() -> bed.inbox.stored.size() == expected);
        }
        soon().until(() -> world.seen().size() == 3);
        assertThat(bed.inbox.texts()).containsExactly("tour\n1", "tour\n2", "tour\n3");
    }

    @Test
    void whileTheMailboxIsAwayMailStillLeaves() {
        bed.awaitReading();
        world.faults().mailboxDown();
        world.dropMailboxes();
        soon().until(() -> bed.gauge("parcours.email.reading") == 0);
        assertThat(bed.send("Bonjour").providerIds()).hasSize(1);
        assertThat(bed.state().works()).isTrue();
        world.faults().up();
        soon().until(() -> bed.gauge("parcours.email.reading") == 1);
    }

    @Test
    void aMailboxThatTellsNothingIsLookedInto() {
        world.faults().withoutIdle(true);
        world.dropMailboxes();
        bed.close();
        try (MailTestBed polling = MailTestBed.at(world)) {
            polling.awaitReading();
            world.write(SUBSCRIBER, SERVICE, "Plus d'internet", "Depuis hier.");
            soon().until(() -> polling.inbox.stored.size() == 1);
        }
        assertThat(world.events())
                .noneMatch(
                        event -> event.what().equals("idle") && event.account().equals("x"));
    }

    @Test
    void aConnectionThatIsSilentForLongIsMadeAnewWithoutAnOutage() {
        bed.close();
        try (MailTestBed restless = new MailTestBed(account(world, quick(Duration.ofMillis(100))))) {
            restless.awaitReading();
            long before = selects();
            soon().until(() -> selects() > before + 3);
            world.write(SUBSCRIBER, SERVICE, "Plus d'internet", "Depuis hier.");
            soon().until(() -> restless.inbox.stored.size() == 1);
        }
    }

    @Test
    void aMailThatCouldNotBeStoredStaysUnseenAndIsTakenOnceMore() {
        bed.awaitReading();
        bed.inbox.failures.set(1);
        String id = world.write(SUBSCRIBER, SERVICE, "Plus d'internet", "Depuis hier.");
        soon().until(() -> bed.inbox.stored.size() == 1);
        soon().until(() -> world.seen().contains(id));
        assertThat(bed.inbox.calls).hasValue(2);
    }

    @Test
    void aMailIsNotMarkedBeforeItIsStored() {
        bed.awaitReading();
        bed.inbox.gate = new CountDownLatch(1);
        String id = world.write(SUBSCRIBER, SERVICE, "Plus d'internet", "Depuis hier.");
        soon().until(() -> bed.inbox.calls.get() == 1);
        assertThat(world.seen()).isEmpty();
        bed.inbox.gate.countDown();
        soon().until(() -> world.seen().contains(id));
    }

    @Test
    void aMarkThatIsLostMakesACopyThatChangesNothing() {
        bed.awaitReading();
        world.faults().loseFlags(1);
        String id = world.write(SUBSCRIBER, SERVICE, "Plus d'internet", "Depuis hier.");
        soon().until(() -> world.seen().contains(id));
        assertThat(bed.inbox.calls).hasValue(2);
        assertThat(bed.inbox.stored).hasSize(1);
    }

    @Test
    void aMailThatIsReadAgainAndAgainIsOneMailOfItsSender() {
        bed.close();
        try (MailTestBed strict = new MailTestBed(account(world, quick(Duration.ofMinutes(5), 2)))) {
            strict.awaitReading();
            world.faults().loseFlags(3);
            String id = world.write(SUBSCRIBER, SERVICE, "Plus d'internet", "Depuis hier.");
            soon().until(() -> world.seen().contains(id));
            assertThat(strict.inbox.calls).hasValue(4);

            world.write(SUBSCRIBER, SERVICE, "Plus d'internet", "Toujours rien.");

            soon().until(() -> strict.inbox.stored.size() == 2);
            assertThat(strict.inbox.notices).isEmpty();
        }
    }

    @Test
    void whoeverKeepsTheMailboxMayDeleteWhatWasSeen() {
        bed.close();
        try (MailTestBed kept = new MailTestBed(account(world, quick(Duration.ofSeconds(2))))) {
            String id = world.write(SUBSCRIBER, SERVICE, "Plus d'internet", "Depuis hier.");
            soon().until(() -> world.seen().contains(id));

            world.tidy();
            world.write(SUBSCRIBER, SERVICE, "Plus d'internet", "Toujours rien.");

            soon().until(() -> kept.inbox.stored.size() == 2);
            soon().until(() -> world.seen().size() == 1);
            assertThat(world.seen()).doesNotContain(id);
        }
    }

    @Test
    void oneMailThatCannotBeStoredKeepsNobodyElseWaiting() {
        bed.close();
        world.write(SUBSCRIBER, SERVICE, "un", "1");
        world.write(SUBSCRIBER, SERVICE, "deux", "2");
        world.write("koffi@client.example", SERVICE, "trois", "3");
        try (MailTestBed again = new MailTestBed(account(world))) {
            again.inbox.failures.set(1);
            soon().until(() -> again.inbox.stored.size() == 3);
            assertThat(again.inbox.texts().indexOf("un\n1"))
                    .isLessThan(again.inbox.texts().indexOf("deux\n2"));
        }
    }

    @Test
    void oneSenderWhoseMailsCannotBeStoredKeepsNobodyElseWaitingHoweverManyTheyWrote() {
        bed.close();
        for (int mail = 0; mail < 8; mail++) {
            world.write(SUBSCRIBER, SERVICE, "encore", String.valueOf(mail));
        }
        world.write("koffi@client.example", SERVICE, "moi", "aussi");
        try (MailTestBed again = new MailTestBed(account(world))) {
            again.inbox.refused = SUBSCRIBER;
            soon().until(() -> again.inbox.texts().equals(List.of("moi\naussi")));
            again.inbox.refused = "";
            soon().until(() -> again.inbox.stored.size() == 9);
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

    @Test
    void theRefusedLoginOfAMailboxHealsByItself() {
        bed.awaitReading();
        world.faults().refuseLogins();
        world.dropMailboxes();
        soon().until(() -> bed.gauge("parcours.email.reading") == 0);
        soon().until(() -> bed.channel.states().get(0).trouble() != null);
        assertThat(bed.channel.states().get(0).works()).as("it may still send").isTrue();
        assertThat(bed.channel.states().get(0).trouble().toString()).startsWith("Mail is not read: ");
        world.write(SUBSCRIBER, SERVICE, "Plus d'internet", "Depuis hier.");
        world.faults().acceptLogins();
        soon().until(() -> bed.inbox.stored.size() == 1);
        assertThat(Optional.of(bed.inbox.stored.get(0).from())).contains(SUBSCRIBER);
        assertThat(bed.channel.states().get(0).trouble()).isNull();
    }

    private long selects() {
        return world.events().stream()
                .filter(event -> event.what().equals("select"))
                .count();
    }
}
