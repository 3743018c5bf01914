package io.parcours.conversation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.parcours.complaint.Motive;
import io.parcours.engine.Attempt;
import io.parcours.engine.Incidents;
import io.parcours.scenario.JourneyTest;
import io.parcours.scenario.RecordingChannel;
import io.parcours.scenario.Scenario;
import io.parcours.scenario.Story;
import io.parcours.tenant.TenantContext;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

@JourneyTest
class MessageWayTest {

    @Autowired
    Scenario scene;

    @Autowired
    RecordingChannel sms;

    @Autowired
    Inbox inbox;

    @Autowired
    Conversations conversations;

    @Autowired
    Incidents incidents;

    @Autowired
    Outbox outbox;

    @Autowired
    ConversationRepository repository;

    @Autowired
    Clock clock;

    @Autowired
    TransactionTemplate transaction;

    @AfterEach
    void theProviderWorksAgain() {
        sms.works();
    }

    // --- in

    @Test
    void aCopyChangesNothing() {
        Story story = scene.somebody().writes("Ma facture est fausse", "same-" + scene.hashCode());
        story.writes("Ma facture est fausse", "same-" + scene.hashCode());

        assertThat(story.caseNumbers()).hasSize(1);
        assertThat(story.trace()).containsOnlyOnce("messageReceived");
    }

    @Test
    void aMessageNobodyWaitsForStaysUnreadAndIsTheNextAnswer() {
        Story story = scene.complains(Motive.BILLING).writes("Au fait, c'est le mois de mai");
        assertThat(story.inTenant(() -> conversations.unread(story.caseNumber())))
                .hasSize(1);

        story.completes("solveComplaint", "outcome", "ASK", "precision", "Quel mois ?");

        assertThat(story.inTenant(() -> conversations.unread(story.caseNumber())))
                .isEmpty();
        story.hasWorkIn("complaint-billing");
    }

    @Test
    void whatAPersonHasReadIsNoAnswerAnyMore() {
        Story story = scene.complains(Motive.BILLING).writes("Merci");
        Message unread =
                story.inTenant(() -> conversations.unread(story.caseNumber())).get(0);
        TenantContext.run("demo", () -> conversations.markRead(story.caseNumber(), unread.number()));

        story.completes("solveComplaint", "outcome", "SOLVED", "resolution", "Corrigé.")
                .isAsked("complaint.solved")
                .isNotEnded();
    }

    @Test
    void aMessageLeftUnreadAtTheEndGoesBeforeAnAgent() {
        Story story = scene.complains(Motive.BILLING)
                .completes("solveComplaint", "outcome", "SOLVED", "resolution", "Corrigé.");
        String solved = story.caseNumber();
        story.writes("1");
        story.writes("Et ma box ?");

        assertThat(story.caseNumbers()).hasSize(2);
        assertThat(story.caseNumber()).isNotEqualTo(solved);
    }

    @Test
    void messagesOfOneSubscriberThatArriveAtTheSameMomentMakeOneCaseAndNoneIsLost() throws Exception {
        Story story = scene.somebody();
        ExecutorService threads = Executors.newFixedThreadPool(8);
        try {
            List<Future<?>> arrivals = new ArrayList<>();
            IntStream.range(0, 24)
                    .forEach(i -> arrivals.add(threads.submit(() -> receive(story, "texte " + i, "par-" + i))));
            for (Future<?> arrival : arrivals) {
                arrival.get();
            }
        } finally {
            threads.shutdown();
        }

        assertThat(story.caseNumbers()).hasSize(1);
        assertThat(story.inTenant(() -> conversations.messages(story.customerId(), 100)))
                .hasSize(24);
        assertThat(story.inTenant(() -> conversations.unread(story.caseNumber())))
                .hasSize(23);
    }

    @Test
    void ofTwoCasesOnOneConversationTheOneThatAskedLastGetsTheAnswer() {
        Story story = scene.writes("Ma facture est fausse").isAsked("complaint.motive");
        String asked = story.caseNumber();
        story.registered(Motive.SERVICE, "Mal reçu", null).isTold("complaint.registered");
        story.writes("1");

        assertThat(story.complaintOf(asked).motive()).isEqualTo(Motive.BILLING);
        story.completesIn("complaint-relational", "outcome", "SOLVED", "resolution", "Excuses.")
                .writes("oui")
                .hasNoWorkIn("complaint-relational")
                .hasWorkIn("complaint-billing");
        assertThat(story.caseNumbers()).hasSize(2);
    }

    @Test
    void nothingThatCameBeforeTheQuestionSaysYesToIt() {
        Story story = scene.complains(Motive.BILLING).writes("Merci");

        story.completes("solveComplaint", "outcome", "SOLVED", "resolution", "Corrigé.")
                .isAsked("complaint.solved")
                .isNotEnded();
    }

    @Test
    void anyTextThatATelephoneCanSendIsStored() {
        Story story = scene.writes("x".repeat(9_000) + "\0fin").answers("2");

        assertThat(story.complaint().description()).hasSize(9_003).endsWith("xfin");
        story.completes("solveComplaint", "outcome", "ASK", "precision", "Où ?")
                .answers("y".repeat(9_000))
                .hasWorkIn("complaint-technical");
    }

    @Test
    void oneWrongAnswerLongAgoIsForgottenAtTheNextQuestion() {
        scene.writes("Bonjour")
                .isAsked("complaint.motive")
                .answers("je ne sais pas")
                .isAsked("complaint.motive.again")
                .passes(Duration.ofHours(25))
                .completes("qualifyComplaint", "motive", "NETWORK", "description", "Coupures")
                .isTold("complaint.registered")
                .completes("solveComplaint", "outcome", "SOLVED", "resolution", "Réparé.")
                .isAsked("complaint.solved");
    }

    // --- out

    @Test
    void aFailedSendReachesTheEngineIsTriedAgainAndThenRaisesAnIncident() {
        sms.answers(message -> {
            throw new SendRefused("0x0000000B", "invalid destination", null);
        });
        Story story = scene.writes("Ma facture est fausse").passes(Duration.ofMinutes(15));

        assertThat(story.trace()).contains("messageFailed", "incidentRaised");
        String incident = story.inTenant(() -> incidents.open()).stream()
                .filter(open -> story.caseNumber().equals(open.caseNumber()))
                .findFirst()
                .orElseThrow()
                .id();

        sms.works();
        TenantContext.run("demo", () -> incidents.retry(incident));
        story.runsJobs().isAsked("complaint.motive").isToldNothingMore();
    }

    @Test
    void aChannelThatIsDownCostsNoTry() {
        sms.answers(message -> {
            throw new ChannelUnavailable("no bind", null);
        });
        Story story = scene.writes("Ma facture est fausse").passes(Duration.ofMinutes(30));
        assertThat(story.trace()).doesNotContain("incidentRaised", "messageFailed");

        sms.works();
        story.passes(Duration.ofMinutes(1)).isAsked("complaint.motive").isToldNothingMore();
    }

    @Test
    void aSendThatMayHaveLeftIsMarkedUnknownAndResentAsItsTypeSays() {
        sms.answers(message -> {
            throw new IllegalStateException("no answer in time");
        });
        Story story = scene.writes("Ma facture est fausse");

        sms.works();
        story.passes(Duration.ofMinutes(1)).isAsked("complaint.motive").isToldNothingMore();
        assertThat(story.trace()).contains("messageUnknown");
    }

    @Test
    void aMessageThatLeftBeforeACrashIsNotSentAgain() {
        Story story = scene.writes("Ma facture est fausse").isAsked("complaint.motive");
        // The send's states are committed before its step's own transaction: after a crash between the two the engine
        // runs
        // the step once more, with the same key.
        TenantContext.run("demo", () -> {
            Conversation conversation = transaction.execute(
                    status -> repository.ofCase(story.caseNumber()).orElseThrow());
            Attempt attempt = new Attempt("key-" + story.msisdn(), false);
            outbox.send(attempt, conversation, wording("une fois", true));
            outbox.send(attempt, conversation, wording("une fois", true));
        });

        assertThat(sms.sentTo(story.msisdn())).extracting(OutboundMessage::text).containsOnlyOnce("une fois");
    }

    @Test
    void aMessageToHoldIsNotResentWhereItMayHaveLeft() {
        Story story = scene.writes("Ma facture est fausse");
        sms.answers(message -> {
            throw new IllegalStateException("no answer in time");
        });
        TenantContext.run("demo", () -> {
            Conversation conversation = transaction.execute(
                    status -> repository.ofCase(story.caseNumber()).orElseThrow());
            Attempt attempt = new Attempt("hold-" + story.msisdn(), false);
            assertThatThrownBy(() -> outbox.send(attempt, conversation, wording("publicité", false)))
                    .hasMessage("no answer in time");
            sms.works();
            outbox.send(attempt, conversation, wording("publicité", false));
        });

        assertThat(sms.sentTo(story.msisdn())).extracting(OutboundMessage::text).doesNotContain("publicité");
        assertThat(state(story)).isEqualTo("unknown");
    }

    // --- receipts

    @Test
    void aReceiptMayComeBeforeTheSendsOwnAnswer() {
        sms.answers(message -> {
            receipt("early-" + message.id(), DeliveryState.DELIVERED);
            return new Delivery(List.of("early-" + message.id()));
        });
        Story story = scene.writes("Ma facture est fausse");

        assertThat(state(story)).isEqualTo("delivered");
    }

    @Test
    void aStateNeverGoesBack() {
        Story story = scene.writes("Ma facture est fausse");
        String id = "id-" + story.lastMessage().id();

        receipt(id, DeliveryState.READ);
        receipt(id, DeliveryState.DELIVERED);
        receipt(id, DeliveryState.UNDELIVERABLE);
        receipt(id, DeliveryState.READ);

        assertThat(state(story)).isEqualTo("read");
    }

    @Test
    void aMessageInPartsIsDeliveredWhenAllItsPartsAre() {
        sms.answers(message -> new Delivery(List.of("a-" + message.id(), "b-" + message.id())));
        Story story = scene.writes("Ma facture est fausse");

        receipt("b-" + story.lastMessage().id(), DeliveryState.DELIVERED);
        assertThat(state(story)).isEqualTo("sent");
        receipt("a-" + story.lastMessage().id(), DeliveryState.DELIVERED);
        assertThat(state(story)).isEqualTo("delivered");
        assertThat(story.trace()).containsOnlyOnce("messageDelivered");
    }

    @Test
    void theCustomersCaseAndStoryAreUntouchedByAReceiptOfAnotherOperator() {
        Story story = scene.writes("Ma facture est fausse");
        TenantContext.run(
                "littoral",
                () -> inbox.receive(new Receipt(
                        "littoral",
                        "sms",
                        "demo",
                        "id-" + story.lastMessage().id(),
                        DeliveryState.DELIVERED,
                        clock.instant(),
                        null)));

        assertThat(state(story)).isEqualTo("sent");
    }

    private void receive(Story story, String text, String id) {
        TenantContext.run(
                "demo",
                () -> inbox.receive(new InboundMessage(
                        "demo",
                        "sms",
                        "demo",
                        id + story.msisdn(),
                        story.msisdn(),
                        text,
                        clock.instant(),
                        Optional.empty())));
    }

    private static Wording wording(String text, boolean resendUnknown) {
        return new Wording("x", channel -> text, List.of(), Expectation.NOTHING, "service", null, resendUnknown);
    }

    private void receipt(String providerId, DeliveryState state) {
        // On a thread of its own, as a provider's receipt comes: not inside the sending transaction.
        Thread thread = new Thread(() -> TenantContext.run(
                "demo",
                () -> inbox.receive(new Receipt("demo", "sms", "demo", providerId, state, clock.instant(), null))));
        thread.start();
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private String state(Story story) {
        return story.inTenant(() -> conversations.messages(story.customerId(), 100)).stream()
                .filter(message -> !message.inbound())
                .reduce((first, second) -> second)
                .orElseThrow()
                .state();
    }
}
