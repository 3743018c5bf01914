package io.parcours.connector.mail;

import static io.parcours.connector.mail.MailTestBed.BAOBAB;
import static io.parcours.connector.mail.MailTestBed.PASSWORD;
import static io.parcours.connector.mail.MailTestBed.SERVICE;
import static io.parcours.connector.mail.MailTestBed.SUBSCRIBER;
import static io.parcours.connector.mail.MailTestBed.message;
import static io.parcours.connector.mail.MailTestBed.soon;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.parcours.connector.OutcomeUnknown;
import io.parcours.connector.simulator.MailEvent;
import io.parcours.connector.simulator.MailSimulator;
import io.parcours.connector.simulator.SimulatedMail;
import io.parcours.conversation.ChannelUnavailable;
import io.parcours.conversation.Expectation;
import io.parcours.conversation.OutboundFile;
import io.parcours.conversation.OutboundMessage;
import io.parcours.conversation.SendRefused;
import io.parcours.conversation.SendRefused.Kind;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class MailSendTest {

    private final MailSimulator world = MailSimulator.start(BAOBAB);
    private final MailTestBed bed = MailTestBed.at(world);

    @AfterEach
    void stop() {
        bed.close();
        world.close();
    }

    @Test
    void aMessageIsReadAsTextAndAsHtmlFromTheOperatorsName() {
        bed.send("Votre réclamation <1> & l'autre\nsont enregistrées.");
        SimulatedMail mail = world.conversation(SUBSCRIBER).get(0);
        assertThat(mail.sender()).isEqualTo("Baobab Télécom");
        assertThat(mail.account()).isEqualTo(SERVICE);
        assertThat(mail.subject()).isEqualTo("Baobab Télécom : votre demande");
        assertThat(mail.text()).isEqualTo("Votre réclamation <1> & l'autre\nsont enregistrées.");
        assertThat(mail.html())
                .contains("Votre réclamation &lt;1&gt; &amp; l&#39;autre<br>")
                .doesNotContain("<img", "http", "<script");
    }

    @Test
    void nobodysMachineIsInvitedToAnswer() {
        bed.send("Bonjour");
        assertThat(raw(0)).contains("Auto-Submitted: auto-generated", "X-Auto-Response-Suppress: All");
    }

    @Test
    void choicesAreNumberedLinesAndAListAndTheReaderIsToldHowToAnswer() {
        bed.send("Quel est le motif ?", "Internet", "Facture");
        SimulatedMail mail = world.conversation(SUBSCRIBER).get(0);
        assertThat(mail.text())
                .isEqualTo("Quel est le motif ?\n1. Internet\n2. Facture\n\n"
                        + "Répondez à ce courriel par le chiffre de votre choix.");
        assertThat(mail.html())
                .containsSubsequence("<ol>", "<li>Internet</li>", "<li>Facture</li>", "</ol>", "chiffre");
    }

    @Test
    void theSameMessageHasTheSameIdAtEachTry() {
        UUID id = UUID.randomUUID();
        String first = bed.channel
                .send(message(id, SUBSCRIBER, "Bonjour"))
                .providerIds()
                .get(0);
        String second = bed.channel
                .send(message(id, SUBSCRIBER, "Bonjour"))
                .providerIds()
                .get(0);
        assertThat(first).isEqualTo(second).isEqualTo("<" + id + "@baobab.example>");
        assertThat(world.ledger().accepted()).allMatch(mail -> mail.id().equals(first));
    }

    @Test
    void aRecipientThatTheServerDoesNotKnowIsReachedNotHere() {
        world.faults().refuse(SUBSCRIBER);
        assertThatThrownBy(() -> bed.send("Bonjour")).isInstanceOfSatisfying(SendRefused.class, refused -> {
            assertThat(refused.kind()).isEqualTo(Kind.NOT_HERE);
            assertThat(refused.code()).isEqualTo("550 5.1.1");
            assertThat(refused).hasMessageNotContaining("awa");
        });
        assertThat(bed.state().works()).isTrue();
        world.faults().heal(SUBSCRIBER);
        assertThat(bed.send("Bonjour").providerIds()).hasSize(1);
    }

    @Test
    void whatIsNoAddressIsReachedNotHere() {
        for (String none :
                List.of("+2290197000001", "awa", "a@b\r\nBcc: c@d", "awa@[127.0.0.1]", "été@client.example")) {
            assertThatThrownBy(() -> bed.sendTo(none, "Bonjour"))
                    .isInstanceOfSatisfying(SendRefused.class, refused -> assertThat(refused.kind())
                            .isEqualTo(Kind.NOT_HERE));
        }
        assertThat(world.ledger().accepted()).isEmpty();
    }

    @Test
    void aServerThatIsBusyHasTheMessageLater() {
        world.faults().busy(1);
        assertThatThrownBy(() -> bed.send("Bonjour"))
                .isInstanceOfSatisfying(ChannelUnavailable.class, later -> assertThat(later.pause())
                        .contains(Duration.ofMinutes(5)));
        assertThat(bed.send("Bonjour").providerIds()).hasSize(1);
    }

    @Test
    void aMailThatAFilterRefusesMayBeTriedAgain() {
        world.faults().refuseMails(1);
        assertThatThrownBy(() -> bed.send("Bonjour")).isInstanceOfSatisfying(SendRefused.class, refused -> {
            assertThat(refused.kind()).isEqualTo(Kind.PERHAPS_LATER);
            assertThat(refused.code()).isEqualTo("554 5.7.1");
        });
        assertThat(world.ledger().accepted()).isEmpty();
    }

    @Test
    void aLoginThatIsRefusedTakesTheAccountDownUntilItIsAccepted() {
        bed.awaitReading();
        world.faults().refuseLogins();
        assertThatThrownBy(() -> bed.send("Bonjour")).isInstanceOf(ChannelUnavailable.class);
        assertThat(bed.state().problem())
                .asString()
                .contains("refuses the login")
                .doesNotContain(PASSWORD, "top");
        assertThat(bed.gauge("parcours.email.up")).isZero();
        assertThatThrownBy(() -> bed.send("Bonjour")).isInstanceOf(ChannelUnavailable.class);
        world.faults().acceptLogins();
        soon().until(() -> bed.state().works());
        assertThat(bed.gauge("parcours.email.up")).isEqualTo(1);
        assertThat(bed.send("Bonjour").providerIds()).hasSize(1);
    }

    @Test
    void nobodyKnowsOfAMailWhoseAnswerWasLost() {
        world.faults().hangUp(1);
        assertThatThrownBy(() -> bed.send("Bonjour")).isInstanceOf(OutcomeUnknown.class);
        assertThat(world.ledger().accepted()).hasSize(1);
        assertThat(bed.state().works()).isTrue();
    }

    @Test
    void aServerThatNeverAnswersKeepsNobodyLongerThanTheTimeout() {
        world.faults().answerAfter(Duration.ofSeconds(20));
        Instant before = Instant.now();
        assertThatThrownBy(() -> bed.send("Bonjour")).isInstanceOf(OutcomeUnknown.class);
        assertThat(Duration.between(before, Instant.now())).isLessThan(Duration.ofSeconds(4));
    }

    @Test
    void aServerThatSpeaksALetterAtATimeKeepsNobodyLongerEither() throws IOException {
        try (ServerSocket slow = new ServerSocket(0, 5, InetAddress.getByName("127.0.0.1"))) {
            CompletableFuture.runAsync(() -> drip(slow));
            MailAccount account = MailAccount.of(
                            "baobab",
                            "baobab-mail",
                            "smtp://u:p@127.0.0.1:" + slow.getLocalPort(),
                            "imap://u:p@127.0.0.1:1",
                            SERVICE,
                            null)
                    .with(MailTestBed.quick(Duration.ofMinutes(5)));
            Instant before = Instant.now();
            try (MailTestBed other = new MailTestBed(account)) {
                assertThatThrownBy(() -> other.send("Bonjour")).isInstanceOf(ChannelUnavailable.class);
            }
            assertThat(Duration.between(before, Instant.now())).isLessThan(Duration.ofSeconds(8));
        }
    }

    @Test
    void aServerThatIsAwayTakesTheAccountDownUntilItIsBack() {
        bed.send("Bonjour");
        world.faults().down();
        world.dropSubmissions();
        assertThatThrownBy(() -> bed.send("Bonjour")).isInstanceOf(ChannelUnavailable.class);
        assertThat(bed.state().problem()).asString().contains("cannot be reached");
        world.faults().up();
        soon().until(() -> bed.state().works());
        assertThat(bed.send("Bonjour").providerIds()).hasSize(1);
    }

    @Test
    void aLoginServesSeveralMailsAndIsReplacedWhenItWasCut() {
        bed.send("un");
        bed.send("deux");
        assertThat(logins()).isEqualTo(1);
        world.dropSubmissions();
        bed.send("trois");
        assertThat(logins()).isEqualTo(2);
        assertThat(world.conversation(SUBSCRIBER))
                .extracting(SimulatedMail::text)
                .containsExactly("un", "deux", "trois");
    }

    @Test
    void aPasswordLeavesOnlyEncryptedExceptToTheSameMachine() {
        MailAccount elsewhere =
                MailAccount.of("baobab", "m", "smtp://u:p@mail.example", "imap://u:p@mail.example", SERVICE, "Baobab");
        assertThat(Sessions.submission(elsewhere, new Wire()).getProperties())
                .containsEntry("mail.smtp.starttls.required", "true");
        assertThat(Sessions.mailbox(elsewhere, new Wire()).getProperties())
                .containsEntry("mail.imap.starttls.required", "true");
    }

    @Test
    void anotherTenantsAccountIsNotFound() {
        assertThatThrownBy(() -> bed.channel.send(new io.parcours.conversation.OutboundMessage(
                        UUID.randomUUID(), "karite", "baobab-mail", SUBSCRIBER, "Bonjour", List.of())))
                .isInstanceOf(ChannelUnavailable.class);
    }

    private String raw(int index) {
        return world.ledger().accepted().get(index).raw();
    }

    private long logins() {
        return world.events().stream()
                .filter(event -> event.what().equals("auth"))
                .filter(MailEvent::succeeded)
                .count();
    }

    private static void drip(ServerSocket server) {
        while (!server.isClosed()) {
            try (var client = server.accept()) {
                while (true) {
                    client.getOutputStream().write('2');
                    Thread.sleep(100);
                }
            } catch (IOException | InterruptedException left) {
                // The next one, please.
            }
        }
    }

    @Test
    void aFileIsEnclosedBesideTheWords() throws Exception {
        OutboundFile form = new OutboundFile("formulaire été.pdf", "application/pdf", "%PDF-1.7".getBytes());
        OutboundMessage message = new OutboundMessage(
                UUID.randomUUID(),
                "baobab",
                "baobab-mail",
                SUBSCRIBER,
                "Voici le formulaire.",
                List.of(),
                Expectation.NOTHING,
                Optional.empty(),
                "q",
                "fr",
                Optional.of(form));
        Letter letter = new LetterWriter(MailTestBed.account(world), Optional.empty(), Instant.now())
                .write(message, SUBSCRIBER);
        Content read = Content.of(letter, "x");
        assertThat(read.text()).isEqualTo("Voici le formulaire.");
        assertThat(read.attached()).singleElement().satisfies(file -> {
            assertThat(file.attachment().name()).isEqualTo("formulaire été.pdf");
            assertThat(file.attachment().mimeType()).isEqualTo("application/pdf");
            assertThat(Parts.octets(file.part())).isEqualTo(form.octets());
        });
        bed.channel.send(message);
        assertThat(world.conversation(SUBSCRIBER)).singleElement().satisfies(mail -> assertThat(mail.text())
                .contains("Voici le formulaire."));
    }
}
