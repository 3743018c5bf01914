package io.parcours.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import io.parcours.scenario.JourneyTest;
import io.parcours.scenario.RecordingChannel;
import io.parcours.scenario.Scenario;
import io.parcours.scenario.Story;
import io.parcours.tenant.TenantContext;
import java.time.Clock;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** A caller hangs up, and the model says what becomes of it; where it says nothing, nothing changes. */
@JourneyTest
class CallEndedScenarioTest {

    private static final String TENANT = Scenario.WITH_MODELS;

    @Autowired
    Scenario scene;

    @Autowired
    RecordingChannel voice;

    @Autowired
    OpenedCases opened;

    @Autowired
    Inbox inbox;

    @Autowired
    Clock clock;

    @BeforeEach
    void aModelThatKnowsThatCallsEnd() {
        scene.models("advice.bpmn");
    }

    @Test
    void aModelThatCatchesItEndsOrGoesAnotherWay() {
        Story caller = calls("advice");

        assertThat(hangsUp(caller, caller.msisdn())).isTrue();

        caller.runsJobs().endsAt("callerLeft");
        assertThat(hangsUp(caller, caller.msisdn())).isFalse();
    }

    @Test
    void aModelThatSaysNothingOfItGoesOn() {
        Story caller = calls("complaint");

        assertThat(hangsUp(caller, caller.msisdn())).isFalse();

        caller.runsJobs().isNotEnded();
    }

    @Test
    void nobodyElsesCallEndsByIt() {
        Story caller = calls("advice");

        assertThat(hangsUp(caller, "+22996999999")).isFalse();
        assertThat(TenantContext.call("littoral", () -> inbox.left(departure("littoral", caller.msisdn()))))
                .isFalse();

        caller.runsJobs().isNotEnded();
    }

    @Test
    void whoHungUpWhileNobodyWasThereIsMissedAndToldNothingElsewhere() {
        Story caller = calls("advice");

        begunAnew();

        caller.runsJobs().isToldNothingMore().endsAt("callerLeft");
    }

    @Test
    void whoIsStillThereHasNotHungUp() {
        Story caller = calls("advice");

        begunAnew(caller.msisdn());

        caller.runsJobs().isNotEnded();
    }

    @Test
    void anEndThatWasSeenIsNotToldAgain() {
        Story caller = opens("advice");
        TenantContext.run(TENANT, () -> inbox.receive(new ByTelephone(TENANT, voice, clock).call(caller)));
        // Before the model waits for it.
        assertThat(hangsUp(caller, caller.msisdn())).isFalse();
        caller.runsJobs();

        begunAnew();

        caller.runsJobs().isNotEnded();
    }

    private void begunAnew(String... present) {
        TenantContext.run(TENANT, () -> inbox.receive(new Interruption(TENANT, "voice", "demo", Set.of(present))));
    }

    private Story calls(String journey) {
        Story stranger = opens(journey);
        ByTelephone telephone = new ByTelephone(TENANT, voice, clock);
        stranger.runsJobs();
        telephone.keys(stranger, "language#fr", "le français").runsJobs();
        return stranger;
    }

    private Story opens(String journey) {
        return opened.open(journey, scene.strangerOf(TENANT), "voice");
    }

    private boolean hangsUp(Story caller, String address) {
        return caller.inTenant(() -> inbox.left(departure(TENANT, address)));
    }

    private Departure departure(String tenant, String address) {
        return new Departure(tenant, "voice", "demo", address);
    }
}
