package io.parcours.journey.complaint;

import static io.parcours.complaint.Motive.BILLING;
import static io.parcours.complaint.Motive.NETWORK;
import static java.time.Duration.ofDays;
import static java.time.Duration.ofHours;
import static org.assertj.core.api.Assertions.assertThat;

import io.parcours.complaint.ComplaintStatus;
import io.parcours.complaint.Motive;
import io.parcours.engine.FlowCoverage;
import io.parcours.scenario.JourneyTest;
import io.parcours.scenario.Scenario;
import io.parcours.scenario.Story;
import java.math.BigDecimal;
import java.util.Arrays;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;

@JourneyTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ComplaintScenarioTest {

    @Autowired
    Scenario customer;

    @Autowired
    FlowCoverage coverage;

    private int told;

    @AfterEach
    void count() {
        told++;
    }

    /** Only where all stories were told: one alone walks one path. */
    @AfterAll
    void everyFlowOfTheModelsWasWalked() {
        long stories = Arrays.stream(getClass().getDeclaredMethods())
                .filter(method -> method.isAnnotationPresent(Test.class))
                .count();
        if (told == stories) {
            assertThat(coverage.missing("complaint", "unrouted")).isEmpty();
        }
    }

    @Test
    void complaintSolvedByBackOfficeIsConfirmedOnTheChannelItCameBy() {
        Story story = customer.writes("Ma facture est fausse")
                .isAsked("complaint.motive")
                .answers("1")
                .isTold("complaint.registered")
                .hasWorkIn("complaint-billing")
                .completes("solveComplaint", "outcome", "SOLVED", "resolution", "La facture est corrigée.")
                .isAsked("complaint.solved")
                .answers("Oui")
                .isToldNothingMore()
                .endsAt("complaintSolved");

        assertThat(story.complaint().status()).isEqualTo(ComplaintStatus.PROCESSED);
        assertThat(story.complaint().description()).isEqualTo("Ma facture est fausse");
        assertThat(story.trace())
                .containsSubsequence(
                        "messageReceived",
                        "journeyStarted",
                        "messageSent",
                        "answerUnderstood",
                        "decided",
                        "messageSent",
                        "taskCreated",
                        "taskClaimed",
                        "taskCompleted",
                        "messageSent",
                        "messageReceived",
                        "answerUnderstood",
                        "journeyEnded");
    }

    @Test
    void theTimelineSaysByWhichRuleThePriorityWasDecided() {
        Story story = customer.customer("GOLD", "GOOD", 8)
                .writes("Ma facture est fausse")
                .answers("1");

        assertThat(story.timeline())
                .filteredOn(entry -> entry.kind().equals("decided")
                        && "complaint-priority".equals(entry.detail().get("decision")))
                .singleElement()
                .satisfies(entry -> {
                    assertThat(entry.activityId()).isEqualTo("decidePriority");
                    assertThat(entry.detail().get("label").toString()).contains("segment Or");
                    assertThat(entry.detail()).containsEntry("out.queue", "complaint-billing");
                });
    }

    @Test
    void theMotiveIsUnderstoodInWhateverSpelling() {
        for (String answer :
                new String[] {"2", " 2. ", "RÉSEAU", "reseaux internet", "internett", "ma connexion", "n°2"}) {
            customer.writes("ça ne marche plus").answers(answer).hasWorkIn("complaint-technical");
        }
    }

    @Test
    void anUnclearAnswerIsAskedAgainTwiceAndThenGoesToAnAgent() {
        customer.writes("Bonjour")
                .isAsked("complaint.motive")
                .answers("je ne sais pas")
                .isAsked("complaint.motive.again")
                .answers("9")
                .isAsked("complaint.motive.again")
                .answers("???")
                .isToldNothingMore()
                .hasWorkIn("complaint-qualification")
                .completes("qualifyComplaint", "motive", "SERVICE", "description", "Mal reçu en boutique")
                .isTold("complaint.registered")
                .hasWorkIn("complaint-relational");
    }

    @Test
    void silenceLeadsToAnAgentAndNotToALostComplaint() {
        Story story = customer.writes("Ma facture est fausse")
                .passes(ofHours(25))
                .hasWorkIn("complaint-qualification")
                .completes(
                        "qualifyComplaint", "motive", "BILLING", "description", "Facture contestée", "amount", 12_000)
                .hasWorkIn("complaint-billing");

        assertThat(story.complaint().amount()).isEqualByComparingTo("12000");
        assertThat(story.complaint().description()).isEqualTo("Facture contestée");
    }

    @Test
    void complaintNotTouchedInTimeEscalatesToTheSupervisorWithATrace() {
        Story story = customer.complains(BILLING).passes(ofHours(49)).hasWorkIn("complaint-escalations");

        assertThat(story.trace()).contains("timerFired");
        story.completes("handleEscalation", "action", "EXPEDITE", "instruction", "À traiter ce matin");
        assertThat(story.item("solveComplaint"))
                .hasValueSatisfying(item -> assertThat(item.priority()).isEqualTo(1));
        story.completes("solveComplaint", "outcome", "SOLVED", "resolution", "Fait.")
                .answers("1")
                .endsAt("complaintSolved");
    }

    @Test
    void anEscalationThatNobodyTouchedGoesAwayWithTheCase() {
        customer.complains(BILLING)
                .passes(ofHours(49))
                .completes("solveComplaint", "outcome", "SOLVED", "resolution", "Fait.")
                .hasWorkIn("complaint-escalations")
                .answers("oui")
                .endsAt("complaintSolved");
    }

    @Test
    void notSolvedReopensTheCaseOnceWithRaisedPriority() {
        Story story = customer.complains(BILLING);
        int before = story.complaint().priority();
        story.completes("solveComplaint", "outcome", "SOLVED", "resolution", "Corrigé.")
                .isAsked("complaint.solved")
                .answers("non, toujours pas")
                .isTold("complaint.reopened")
                .hasWorkIn("complaint-billing");

        assertThat(story.complaint().reopened()).isTrue();
        assertThat(story.complaint().priority()).isLessThan(before);
        assertThat(story.item("solveComplaint").orElseThrow().priority()).isLessThan(before);

        story.completes("solveComplaint", "outcome", "CLOSED_WITHOUT_SOLUTION", "resolution", "Montant dû.")
                .isTold("complaint.finalOutcome")
                .isToldNothingMore()
                .endsAt("complaintClosed");
        assertThat(story.complaint().status()).isEqualTo(ComplaintStatus.CLOSED_WITHOUT_SOLUTION);
    }

    @Test
    void silenceAfterTheOutcomeMeansAgreement() {
        customer.complains(NETWORK)
                .completes("solveComplaint", "outcome", "SOLVED", "resolution", "Antenne réparée.")
                .passes(ofDays(4))
                .endsAt("complaintSolved");
    }

    @Test
    void anUnclearAnswerToTheOutcomeIsAskedAgainAndThenReopens() {
        customer.complains(NETWORK)
                .completes("solveComplaint", "outcome", "SOLVED", "resolution", "Antenne réparée.")
                .isAsked("complaint.solved")
                .answers("hein")
                .isAsked("complaint.solved.again")
                .answers("hein")
                .isAsked("complaint.solved.again")
                .answers("hein")
                .isTold("complaint.reopened")
                .hasWorkIn("complaint-technical");
    }

    @Test
    void closedWithoutSolutionIsToldAndTheSubscriberMayAccept() {
        customer.complains(BILLING)
                .completes("solveComplaint", "outcome", "CLOSED_WITHOUT_SOLUTION", "resolution", "Le montant est dû.")
                .isAsked("complaint.closed")
                .answers("ok")
                .endsAt("complaintClosed");
    }

    @Test
    void aQuestionOfTheBackOfficeIsAnsweredIntoTheCase() {
        Story story = customer.complains(BILLING)
                .completes("solveComplaint", "outcome", "ASK", "precision", "Quel mois est concerné ?")
                .isAsked("complaint.precision");
        assertThat(story.lastMessage().text()).contains("Quel mois est concerné ?");

        story.hasNoWorkIn("complaint-billing").answers("Le mois de mai").hasWorkIn("complaint-billing");
        assertThat(story.form("solveComplaint").data()).doesNotContainKeys("outcome", "precision");
        assertThat(story.timeline())
                .anyMatch(entry -> entry.kind().equals("messageReceived")
                        && "Le mois de mai".equals(entry.detail().get("text")));
    }

    @Test
    void aQuestionThatNobodyAnswersComesBackToTheBackOffice() {
        customer.complains(NETWORK)
                .completes("solveComplaint", "outcome", "ASK", "precision", "Quel quartier ?")
                .passes(ofHours(49))
                .hasWorkIn("complaint-technical");
    }

    @Test
    void aGestureWithinTheCeilingIsGrantedAndTold() {
        Story story = customer.customer("GOLD", "GOOD", 8)
                .writes("Ma facture est fausse")
                .answers("1")
                .forgetsMessages()
                .completes("solveComplaint", "outcome", "GESTURE", "gestureAmount", 1000, "resolution", "Désolés.")
                .isAsked("complaint.gestureGranted");

        assertThat(story.lastMessage().text()).contains("1 000 F");
        assertThat(story.trace()).contains("gestureGranted");
        story.hasNoWorkIn("complaint-approvals").answers("1").endsAt("complaintSolved");
    }

    @Test
    void moreThanTheCeilingGoesToTheSupervisorWhoMayReduceIt() {
        Story story = customer.complains(BILLING)
                .completes("solveComplaint", "outcome", "GESTURE", "gestureAmount", 900_000, "resolution", "Désolés.")
                .hasWorkIn("complaint-approvals")
                .isToldNothingMore();
        assertThat(((Number) story.form("approveGesture").data().get("requestedAmount")).intValue())
                .isEqualTo(900_000);

        story.completes("approveGesture", "decision", "REDUCED", "approvedAmount", 4_000)
                .isAsked("complaint.gestureGranted");
        assertThat(story.lastMessage().text()).contains("4 000 F");
    }

    @Test
    void aRefusedGestureComesBackToTheBackOffice() {
        customer.complains(BILLING)
                .completes("solveComplaint", "outcome", "GESTURE", "gestureAmount", 900_000, "resolution", "Désolés.")
                .completes("approveGesture", "decision", "REFUSED", "comment", "Hors barème")
                .isToldNothingMore()
                .hasWorkIn("complaint-billing")
                .completes("solveComplaint", "outcome", "SOLVED", "resolution", "Corrigé.")
                .isAsked("complaint.solved");
    }

    @Test
    void aComplaintRegisteredForACallerIsNotAskedForItsMotive() {
        Story story = customer.registers(Motive.RECHARGE, "Recharge de 5 000 F non reçue", BigDecimal.valueOf(5000))
                .isTold("complaint.registered")
                .isToldNothingMore()
                .hasWorkIn("complaint-billing");
        assertThat(story.complaint().amount()).isEqualByComparingTo("5000");
    }

    @Test
    void aMessageThatNoRulePlacesGoesToTheQueueUnrouted() {
        customer.writes("STOP ou encore")
                .isToldNothingMore()
                .hasWorkIn("unrouted")
                .completes("handleMessage", "action", "REPLY", "reply", "C'est noté.")
                .isTold("unrouted.reply")
                .endsAt("messageAnswered");
    }

    @Test
    void anAgentCanMakeAComplaintOfAnUnroutedMessage() {
        Story story = customer.writes("STOP facture fausse")
                .hasWorkIn("unrouted")
                .completes("handleMessage", "action", "COMPLAINT")
                .runsJobs()
                .isAsked("complaint.motive")
                .answers("1")
                .isTold("complaint.registered");
        assertThat(story.complaint().description()).isEqualTo("STOP facture fausse");
    }

    @Test
    void anAgentCanFileAnUnroutedMessage() {
        customer.writes("...").completes("handleMessage", "action", "CLOSE").endsAt("messageFiled");
    }

    @Test
    void aCustomerWhoCannotBeWrittenToIsServedAllTheSame() {
        customer.customer("STANDARD", "AVERAGE", 2)
                .hasNoAddress()
                .registered(Motive.SERVICE, "Mal reçu en boutique", null)
                .completes("solveComplaint", "outcome", "ASK", "precision", "Quelle boutique ?")
                .completes("solveComplaint", "outcome", "SOLVED", "resolution", "Excuses présentées.")
                .endsAt("complaintSolved");
    }
}
