package io.parcours.journey.balance;

import static java.time.Duration.ofHours;
import static org.assertj.core.api.Assertions.assertThat;

import io.parcours.conversation.Attachment;
import io.parcours.conversation.ByTelephone;
import io.parcours.conversation.InboundMessage;
import io.parcours.conversation.InboundMessage.Person;
import io.parcours.conversation.OpenedCases;
import io.parcours.conversation.OutboundMessage;
import io.parcours.conversation.SendRefused;
import io.parcours.engine.FlowCoverage;
import io.parcours.operatordata.NotAvailable;
import io.parcours.operatordata.OperationRefused;
import io.parcours.scenario.JourneyTest;
import io.parcours.scenario.RecordingChannel;
import io.parcours.scenario.Scenario;
import io.parcours.scenario.ScriptedSystems;
import io.parcours.scenario.Story;
import java.math.BigDecimal;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.springframework.beans.factory.annotation.Autowired;

/** A subscriber asks for the balance, and goes on with an agent where no system can tell it, by the channel that they choose. */
@JourneyTest
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class BalanceScenarioTest {

    private static final AtomicInteger PAGE_IDS = new AtomicInteger(61_000_000);

    @Autowired
    Scenario scene;

    @Autowired
    ScriptedSystems billing;

    @Autowired
    RecordingChannel sms;

    @Autowired
    RecordingChannel messenger;

    @Autowired
    Clock clock;

    private final String psid = "3141" + PAGE_IDS.incrementAndGet();

    @AfterEach
    void theMessageCentreWorksAgain() {
        sms.works();
    }

    @Test
    void isToldWhatTheOperatorsSystemSaysOfTheNumberThatAsks() {
        billing.reads(() -> Map.of("balance", new BigDecimal("1250")));
        Story story = scene.writes("Solde svp").isTold("balance.told").endsAt("balanceTold");

        assertThat(story.lastMessage().text()).contains("1 250");
        assertThat(billing.lastLookUp().parameters()).isEqualTo(Map.of("msisdn", story.msisdn()));
    }

    @Test
    void whoGivesNoNumberIsAskedOnceMoreAndThenOfferedAnAgent() {
        billing.reads(() -> null);
        scene.writes("SOLDE")
                .isAsked("balance.account")
                .answers("je ne sais pas")
                .isAsked("balance.account.again")
                .answers("non")
                .isAsked("balance.agent")
                .answers("non merci")
                .isToldNothingMore()
                .endsAt("withoutAgent");
    }

    @Test
    void whoGivesANumberIsLookedForAndThenOfferedAnAgent() {
        billing.reads(() -> null);
        scene.writes("SOLDE").isAsked("balance.account").answers("99 99 99 99").isAsked("balance.agent");
    }

    @Test
    void whoWritesFromNoNumberIsToldNobodysBalance() {
        billing.reads(() -> Map.of("balance", new BigDecimal("1250")));
        Story story = scene.writes("Solde").isTold("balance.told");
        billing.reads(() -> {
            throw new OperationRefused("missing");
        });
        story.receives(onMessenger("", Person.invited(story.customerId())))
                .receives(onMessenger("Solde", Person.UNKNOWN));

        assertThat(billing.lastLookUp().parameters().get("msisdn")).isNull();
        assertThat(messenger.sentTo(psid)).extracting(OutboundMessage::code).containsExactly("balance.account");
    }

    @Test
    void aBalanceThatDidNotArriveIsToldNowhereElse() {
        billing.reads(() -> Map.of("balance", new BigDecimal("1250")));
        Story asking = scene.writes("Solde").isTold("balance.told");
        asking.receives(onMessenger("", Person.invited(asking.customerId())));

        asking.didNotArrive(asking.lastMessage());

        assertThat(messenger.sentTo(psid)).isEmpty();
    }

    @Test
    void aLinkThatDidNotArriveIsNotSentToThePageThatItLeadsTo() {
        Story story = offered().answers("messenger").isTold("channel.messenger.invitation");
        OutboundMessage link = sms.sentTo(story.msisdn()).stream()
                .filter(message -> message.code().equals("channel.messenger.invitation"))
                .findFirst()
                .orElseThrow();
        story.receives(onMessenger("", Person.invited(story.customerId())));

        story.didNotArrive(link);

        assertThat(messenger.sentTo(psid))
                .extracting(OutboundMessage::code)
                .doesNotContain("channel.messenger.invitation");
    }

    @Test
    void whoIsSilentIsLeftInPeace() {
        billing.reads(() -> null);
        scene.writes("SOLDE").isAsked("balance.account").passes(ofHours(2)).endsAt("accountNotGiven");
        offered().passes(ofHours(2)).isToldNothingMore().endsAt("channelNotChosen");
    }

    @Test
    void anAgentAnswersWhereTheyWrote() {
        offered()
                .answers("peut-être")
                .isAsked("balance.agent.again")
                .answers("par sms")
                .isTold("balance.agentFollows")
                .hasWorkIn("balance-requests")
                .completes("answerRequest", "reply", "Votre solde est de 900 francs.")
                .isTold("balance.reply")
                .endsAt("requestAnswered");
    }

    @Test
    void byWhatsAppTheTelephoneNumberIsEnough() {
        Story story = offered().answers("WhatsApp").isToldByWhatsApp("balance.agentFollows");

        assertThat(story.trace()).contains("channelChosen", "channelChanged");
        story.completes("answerRequest", "reply", "Votre solde est de 900 francs.")
                .isToldByWhatsApp("balance.reply")
                .isToldNothingMore()
                .endsAt("requestAnswered");
    }

    @Test
    void toMessengerALinkLeadsAndTheCaseWaitsWhereItIs() {
        Story story = offered().answers("3").isTold("channel.messenger.invitation");
        assertThat(sms.sentTo(story.msisdn()))
                .anyMatch(message -> message.text().contains("https://m.me/demo?ref=" + story.customerId()));
        story.isTold("balance.agentFollows");

        story.receives(onMessenger("", Person.invited(story.customerId())))
                .completes("answerRequest", "reply", "Votre solde est de 900 francs.")
                .isToldNothingMore()
                .endsAt("requestAnswered");

        assertThat(messenger.sentTo(psid)).extracting(OutboundMessage::code).containsExactly("balance.reply");
    }

    @Test
    void whoWroteOnMessengerLatelyIsWrittenToThere() {
        Story story = offered();
        story.receives(onMessenger("", Person.invited(story.customerId()))).answers("messenger");

        assertThat(messenger.sentTo(psid)).extracting(OutboundMessage::code).contains("balance.agentFollows");
    }

    @Test
    void whoWasOnMessengerTooLongAgoIsInvitedAnew() {
        billing.reads(() -> Map.of("balance", new BigDecimal("1250")));
        Story story = scene.writes("Solde").isTold("balance.told");
        story.receives(onMessenger("", Person.invited(story.customerId()))).passes(ofHours(25));
        theSystemIsAway();

        story.writes("Solde")
                .isTold("balance.away")
                .isAsked("balance.agent")
                .answers("messenger")
                .isTold("channel.messenger.invitation");
        assertThat(messenger.sentTo(psid)).isEmpty();
    }

    @Test
    void aCallerHearsThatItIsNotAvailableAndIsOfferedAnAgent(
            @Autowired RecordingChannel voice, @Autowired OpenedCases opened) {
        theSystemIsAway();
        Story caller = opened.open("balance", scene.strangerOf(Scenario.TENANT), "voice")
                .runsJobs();
        ByTelephone telephone = new ByTelephone(voice, clock);
        assertThat(telephone.told(caller)).containsExactly("balance.away", "language");

        telephone.keys(caller, "language#fr", "le français");
        assertThat(telephone.told(caller)).endsWith("language", "balance.agent");

        telephone.keys(caller, "balance.agent#SMS", "Par SMS");
        caller.isTold("balance.agentFollows").hasWorkIn("balance-requests");
    }

    @Test
    void aLinkThatCannotBeSentIsNoChannel() {
        Story story = offered();
        sms.answers(message -> {
            if (message.text().contains("m.me")) {
                throw new SendRefused(SendRefused.Kind.NOT_HERE, "no-subscriber", "Nobody has this number", null);
            }
            return RecordingChannel.taken(message);
        });

        story.answers("messenger").isTold("balance.agentFollows").hasWorkIn("balance-requests");

        assertThat(story.trace()).doesNotContain("incidentRaised", "channelChanged");
    }

    @Test
    @Order(Integer.MAX_VALUE)
    void everyFlowIsWalked(@Autowired FlowCoverage coverage) {
        assertThat(coverage.missing("balance")).isEmpty();
    }

    /** The operator's system is away, and the subscriber was asked by which channel an agent shall answer. */
    private Story offered() {
        theSystemIsAway();
        return scene.writes("Solde").isTold("balance.away").isAsked("balance.agent");
    }

    private void theSystemIsAway() {
        billing.reads(() -> {
            throw new NotAvailable("timeout", null);
        });
    }

    private InboundMessage onMessenger(String text, Person person) {
        return new InboundMessage(
                Scenario.TENANT,
                "messenger",
                "demo",
                "m_" + UUID.randomUUID(),
                psid,
                text,
                clock.instant(),
                Optional.empty(),
                Optional.empty(),
                Optional.of(Attachment.coming("SHORTLINK")).filter(coming -> text.isEmpty()),
                person);
    }
}
