package io.parcours.connector.telephony;

import static org.assertj.core.api.Assertions.assertThat;

import io.parcours.connector.Contracts;
import io.parcours.telephony.CallOutcome;
import io.parcours.telephony.CallOutcome.Advice;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * What comes of each final answer that a network gives, as a real exchange told it; runs where -Dparcours.contracts= names the
 * folder with the measured causes.
 */
class OutcomesContractTest {

    private static final Set<Integer> LATER = Set.of(17, 18, 19, 20);
    private static final Set<Integer> STOP = Set.of(1, 22, 28);
    private static final Set<Integer> ASK = Set.of(21);

    private Path folder;

    @BeforeEach
    void findContracts() {
        folder = Contracts.folder();
    }

    @Test
    void eachCauseHasAnOutcomeWithTheAdviceOfTheTable() throws IOException {
        List<String[]> causes = table("misc/q850_causes_asterisk.tsv");
        assertThat(causes).hasSizeGreaterThan(40);
        for (String[] row : causes) {
            int cause = Integer.parseInt(row[0]);
            for (boolean rang : new boolean[] {true, false}) {
                CallOutcome outcome = Outcomes.of(cause, rang, true);
                assertThat(outcome.advice())
                        .as("%s after ringing: %s", row[1], rang)
                        .isEqualTo(advice(cause));
                assertThat(outcome).as(row[1]).isNotIn(EnumSet.of(CallOutcome.ANSWERED, CallOutcome.CANCELLED));
            }
        }
    }

    @Test
    void onlyRingingAndAWordOfTheNetworkTellADeadTrunkFromOneWhoDoesNotAnswer() {
        for (int cause : new int[] {18, 19, 20}) {
            assertThat(Outcomes.of(cause, true, false)).isEqualTo(CallOutcome.NO_ANSWER);
            assertThat(Outcomes.of(cause, false, true)).isEqualTo(CallOutcome.ABSENT);
            assertThat(Outcomes.of(cause, false, false)).isEqualTo(CallOutcome.OUR_SIDE);
        }
    }

    /** Traps 5 and 6: a Reason by Q.850 is not told and a dial status says little; the cause and the code of SIP tell them apart. */
    @Test
    void eachFinalAnswerOfANetworkEndsTheCallWithTheOutcomeOfItsCause() throws IOException {
        Map<String, Told> calls = played("sip_final_response_to_cause");
        List<String[]> answers = table("misc/sip_to_cause.tsv");
        assertThat(calls).hasSameSizeAs(answers);
        for (String[] row : answers) {
            Told told = calls.get("c-" + row[0]);
            int cause = Integer.parseInt(row[2]);
            assertThat(told.end).as(row[0]).isNotNull();
            assertThat(told.end.cause()).as(row[0]).isEqualTo(cause);
            assertThat(told.end.sip()).as(row[0]).isEqualTo(Integer.parseInt(row[4]));
            assertThat(told.end.outcome().advice()).as(row[0]).isEqualTo(advice(cause));
            assertThat(told.all).as(row[0]).containsExactly("ended " + told.end.outcome());
        }
        Map<String, CallOutcome> some = new LinkedHashMap<>();
        List.of("c-c404", "c-c408", "c-c480", "c-c486", "c-c503", "c-c603")
                .forEach(answer -> some.put(answer, calls.get(answer).end.outcome()));
        assertThat(some.values())
                .containsExactly(
                        CallOutcome.BAD_NUMBER,
                        CallOutcome.ABSENT,
                        CallOutcome.ABSENT,
                        CallOutcome.BUSY,
                        CallOutcome.OUR_SIDE,
                        CallOutcome.REJECTED);
    }

    @Test
    void whoeverHangsUpAfterAnAnswerItWasAnswered() {
        for (String scenario : List.of("outbound_answered_hangup_by_them", "outbound_answered_hangup_by_us")) {
            Told told = played(scenario).values().iterator().next();

            assertThat(told.all).containsExactly("ringing", "answered UNASKED", "ended ANSWERED");
        }
    }

    @Test
    void whatTheExchangeHeardIsWhoAnswered() {
        assertThat(heard("outbound_amd_human")).containsExactly("ringing", "answered HUMAN", "ended ANSWERED");
        assertThat(heard("outbound_amd_machine")).containsExactly("ringing", "answered MACHINE", "ended ANSWERED");
        assertThat(heard("outbound_amd_rtp_silence")).containsExactly("ringing", "answered MACHINE", "ended ANSWERED");
        assertThat(heard("outbound_amd_direct_context"))
                .as(
                        "sent to the dialplan first, it neither rings nor ends for us: why we begin calls in the application")
                .containsExactly("answered MACHINE");
    }

    @Test
    void oneWhoLetsItRingIsToldFromATrunkThatIsDead() {
        assertThat(outcome("outbound_no_answer_timeout")).isEqualTo(CallOutcome.NO_ANSWER);
        assertThat(outcome("outbound_unavailable")).isEqualTo(CallOutcome.ABSENT);
        assertThat(outcome("outbound_no_route")).isEqualTo(CallOutcome.OUR_SIDE);
    }

    /** Our side is what the table names so, 27, 34, 38, 41 and 42, and what it does not name: nothing that the subscriber did. */
    private static Advice advice(int cause) {
        if (LATER.contains(cause)) {
            return Advice.LATER;
        }
        if (STOP.contains(cause)) {
            return Advice.STOP;
        }
        return ASK.contains(cause) ? Advice.ASK : Advice.SOON;
    }

    private static List<String> heard(String scenario) {
        return RecordedCall.detected(RecordedCall.of(scenario).events())
                .values()
                .iterator()
                .next()
                .all;
    }

    private CallOutcome outcome(String scenario) {
        return played(scenario).values().iterator().next().end.outcome();
    }

    private static Map<String, Told> played(String recording) {
        return RecordedCall.played(RecordedCall.of(recording).events());
    }

    private List<String[]> table(String file) throws IOException {
        return Files.readAllLines(folder.resolve(file)).stream()
                .skip(1)
                .map(line -> line.split("\t"))
                .collect(Collectors.toList());
    }
}
