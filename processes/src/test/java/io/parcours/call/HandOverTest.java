package io.parcours.call;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.parcours.conversation.Attachment;
import io.parcours.conversation.InboundMessage;
import io.parcours.conversation.InboundMessage.Person;
import io.parcours.scenario.JourneyTest;
import io.parcours.scenario.RecordingTelephony;
import io.parcours.scenario.Scenario;
import io.parcours.scenario.Story;
import io.parcours.telephony.CallOutcome;
import io.parcours.telephony.Supervision;
import io.parcours.tenant.TenantContext;
import io.parcours.trace.Timeline;
import io.parcours.trace.TimelineEntry;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What becomes of a call, and of what is recorded of it, when somebody leaves it. */
@JourneyTest
class HandOverTest {

    private static final String AWA = "awa";
    private static final String MOUSSA = "moussa";
    private static final String IBRAHIM = "ibrahim";

    @Autowired
    Scenario scene;

    @Autowired
    RecordingTelephony telephony;

    @Autowired
    AgentCalls calls;

    @Autowired
    CallDesk desk;

    @Autowired
    Supervisors supervisors;

    @Autowired
    AgentPlaces places;

    @Autowired
    CallsLeftOpen leftOpen;

    @Autowired
    Timeline timeline;

    private Story customer;

    @BeforeEach
    void peopleHaveTelephones() {
        telephony.forget();
        customer = scene.customer("GOLD", "GOOD", 4);
        in(() -> places.set(AWA, "PJSIP/awa"));
        in(() -> places.set(MOUSSA, "PJSIP/moussa"));
    }

    @AfterEach
    void nobodyIsInACall() {
        does(leftOpen::end);
    }

    @Test
    void aRecordingEndsWhereTheAgentHangsUpWhileConsulting() {
        UUID call = talking();
        does(() -> desk.record(AWA, call));
        does(() -> desk.consult(AWA, call, MOUSSA));
        telephony.leg("PJSIP/moussa").answers();

        telephony.leg("PJSIP/awa").ends(CallOutcome.ANSWERED);

        soon(call, now -> MOUSSA.equals(now.agent()) && !now.recorded());
        await().until(() -> telephony.commands().contains("stopRecording"));
        assertThat(kinds()).containsSubsequence("recordingBegun", "recordingEnded");
    }

    @Test
    void aRecordingEndsWithEveryHandOverOnce() {
        UUID call = talking();
        does(() -> desk.record(AWA, call));

        does(() -> desk.transfer(AWA, call, MOUSSA));

        assertThat(telephony.commands()).containsOnlyOnce("stopRecording");
        assertThat(kinds()).containsOnlyOnce("recordingEnded");
    }

    @Test
    void aRecordingEndsWithACallThatIsGivenUp() {
        UUID call = talking();
        does(() -> desk.record(AWA, call));
        telephony.isDown("the connection broke");

        does(() -> desk.hangUp(AWA, call));

        assertThat(telephony.commands()).containsOnlyOnce("stopRecording");
        assertThat(kinds()).containsSubsequence("recordingBegun", "recordingEnded", "callEnded");
    }

    @Test
    void aCallThatIsGivenUpWhileTheExchangeIsAwayIsHungUpThereToo() {
        UUID call = talking();
        telephony.isDown("the connection broke");

        does(() -> desk.hangUp(AWA, call));

        String customersLeg = telephony.leg(customer.msisdn()).id();
        assertThat(telephony.commands()).containsOnlyOnce("hangUp " + customersLeg);
    }

    @Test
    void aSupervisorLeavesACallWhoseExchangeIsAway() {
        UUID call = talking();
        in(() -> places.set(IBRAHIM, "PJSIP/ibrahim"));
        does(() -> supervisors.begin(IBRAHIM, call, Supervision.LISTEN));
        telephony.isDown("the connection broke");

        does(() -> supervisors.leave(IBRAHIM));

        assertThat(in(supervisors::parts)).isEmpty();
        assertThat(telephony.commands())
                .containsOnlyOnce("hangUp " + telephony.leg("PJSIP/ibrahim").id());
        assertThat(kinds()).containsSubsequence("supervisionBegun", "supervisionEnded");
    }

    @Test
    void aCallerWhoHangsUpWhileTheAgentConsultsIsHandedToNobody() {
        UUID call = taken("chan-5");
        does(() -> desk.consult(AWA, call, MOUSSA));
        telephony.leg("PJSIP/moussa").answers();
        soon(call, now -> now.consultation() != null && now.consultation().up());

        telephony.leg("chan-5").ends(CallOutcome.ANSWERED);
        telephony.leg("PJSIP/awa").ends(CallOutcome.ANSWERED);
        telephony.leg("PJSIP/moussa").ends(CallOutcome.ANSWERED);

        soon(call, now -> !now.live());
        assertThat(in(() -> calls.find(call)).orElseThrow().agent()).isEqualTo(AWA);
        assertThat(in(() -> calls.find(call)).orElseThrow().outcome()).isEqualTo("ANSWERED");
        assertThat(kinds()).doesNotContain("callHandedOver").containsOnlyOnce("callEnded");
    }

    @Test
    void aCallerWhoHangsUpBeforeTheAgentIsThereWasNotSpokenWith() {
        calling("chan-6");
        UUID call = in(() -> calls.take(AWA, customer.customerId(), null));

        telephony.leg("chan-6").ends(CallOutcome.ANSWERED);
        telephony.leg("PJSIP/awa").ends(CallOutcome.CANCELLED);

        soon(call, now -> "AGENT_CANCELLED".equals(now.outcome()));
    }

    private UUID taken(String channel) {
        calling(channel);
        UUID call = in(() -> calls.take(AWA, customer.customerId(), null));
        telephony.leg("PJSIP/awa").answers();
        soon(call, now -> now.state() == CallState.TALKING);
        return call;
    }

    private void calling(String channel) {
        customer.receives(new InboundMessage(
                Scenario.TENANT,
                "voice",
                RecordingTelephony.ACCOUNT,
                channel + UUID.randomUUID(),
                customer.msisdn(),
                "",
                Instant.now(),
                Optional.empty(),
                Optional.empty(),
                Optional.of(Attachment.other("call")),
                new Person(null, customer.msisdn(), List.of())));
        telephony.isOnTheTelephone(customer.msisdn(), channel);
    }

    private UUID talking() {
        UUID call = in(() -> calls.call(AWA, customer.customerId(), null, customer.msisdn(), "service"));
        telephony.leg("PJSIP/awa").answers();
        telephony.leg(customer.msisdn()).answers();
        soon(call, now -> now.state() == CallState.TALKING);
        return call;
    }

    private void soon(UUID call, Predicate<AgentCall> met) {
        await().atMost(Duration.ofSeconds(5))
                .pollInterval(Duration.ofMillis(20))
                .until(() -> met.test(in(() -> calls.find(call)).orElseThrow()));
    }

    private List<String> kinds() {
        return in(() -> timeline.ofCustomer(customer.customerId(), 200)).stream()
                .map(TimelineEntry::kind)
                .toList();
    }

    private static <T> T in(Supplier<T> act) {
        return TenantContext.call(Scenario.TENANT, act);
    }

    private static void does(Runnable act) {
        TenantContext.run(Scenario.TENANT, act);
    }
}
