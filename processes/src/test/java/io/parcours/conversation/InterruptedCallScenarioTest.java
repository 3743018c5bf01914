package io.parcours.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import io.parcours.engine.TestJobs;
import io.parcours.scenario.JourneyTest;
import io.parcours.scenario.RecordingChannel;
import io.parcours.scenario.Scenario;
import io.parcours.scenario.Story;
import io.parcours.tenant.TenantContext;
import java.time.Clock;
import java.time.Duration;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** A node begins anew and does not know what it was saying to callers: some still listen, some have hung up. */
@JourneyTest
class InterruptedCallScenarioTest {

    @Autowired
    Scenario scene;

    @Autowired
    RecordingChannel voice;

    @Autowired
    Inbox inbox;

    @Autowired
    TestJobs jobs;

    @Autowired
    Clock clock;

    ByTelephone telephone;

    @BeforeEach
    void telephone() {
        telephone = new ByTelephone(voice, clock);
    }

    @AfterEach
    void everybodyCanBeSpokenToAgain() {
        voice.works();
    }

    @Test
    void whoHungUpMeanwhileIsAskedBySms() {
        Story caller = askedForTheMotive();

        begunAnew();

        caller.runsJobs().isAsked("complaint.motive").answers("1").hasWorkIn("complaint-billing");
    }

    @Test
    void whoHungUpBeforeChoosingALanguageIsAskedTheJourneysQuestion() {
        Story caller = telephone.calls(scene.somebody());
        voice.answers(ByTelephone.gone());

        begunAnew();

        caller.runsJobs().isAsked("complaint.motive").answers("1").hasWorkIn("complaint-billing");
    }

    @Test
    void whoHungUpIsToldTheCaseNumberBySms() {
        Story caller = toldTheCaseNumber();

        begunAnew();

        caller.runsJobs().isTold("complaint.registered").isToldNothingMore();
    }

    @Test
    void whoListensIsToldTheCaseNumberOnceMore() {
        Story caller = toldTheCaseNumber();

        begunAnew(caller.msisdn());
        caller.runsJobs();

        assertThat(telephone.told(caller))
                .containsExactly("language", "complaint.motive", "complaint.registered", "complaint.registered");
        caller.isToldNothingMore();
        heard(caller);
        begunAnew();
        caller.runsJobs().isToldNothingMore();
    }

    @Test
    void whoListensIsAskedTheSameOnceMoreAndNobodySaysThatTheyWereNotUnderstood() {
        Story caller = askedForTheMotive();

        begunAnew(caller.msisdn());
        caller.runsJobs().isToldNothingMore();

        assertThat(telephone.told(caller)).containsExactly("language", "complaint.motive", "complaint.motive");
        assertThat(telephone.last(caller).text()).contains("votre réclamation concerne");
        assertThat(telephone.last(caller).expects()).isEqualTo(Expectation.CHOICE);
        heard(caller);
        telephone.keys(caller, "complaint.motive#BILLING", "Facturation").hasWorkIn("complaint-billing");
        heard(caller);
        begunAnew();
        caller.runsJobs().isToldNothingMore();
    }

    @Test
    void whoListensToTheLanguagesHearsEachInItselfOnceMore() {
        Story caller = telephone.calls(scene.somebody());

        begunAnew(caller.msisdn());
        caller.runsJobs();

        assertThat(telephone.told(caller)).containsExactly("language", "language");
        assertThat(telephone.last(caller).choices())
                .extracting(Choice::language)
                .containsExactly("fr", "en", "fon", "bba");
        telephone.keys(caller, "language#en", "English");
        assertThat(telephone.last(caller).language()).isEqualTo("en");
    }

    @Test
    void whatWasHeardIsNotSaidAgain() {
        Story caller = toldTheCaseNumber();
        heard(caller);

        begunAnew();

        caller.runsJobs().isToldNothingMore();
        assertThat(telephone.told(caller)).hasSize(3);
    }

    @Test
    void whatIsOlderThanAWeekIsNoNewsAnyMore() {
        Story caller = toldTheCaseNumber();
        jobs.pass(Duration.ofDays(7).plusMinutes(1));

        begunAnew();

        jobs.runBackground(Scenario.TENANT);
        caller.isToldNothingMore();
    }

    @Test
    void anotherAccountsCallersAreNotMeant() {
        Story caller = toldTheCaseNumber();

        TenantContext.run(
                Scenario.TENANT, () -> inbox.receive(new Interruption(Scenario.TENANT, "voice", "another", Set.of())));

        caller.runsJobs().isToldNothingMore();
    }

    private Story askedForTheMotive() {
        Story caller = telephone.calls(scene.somebody());
        heard(caller);
        return telephone.keys(caller, "language#fr", "le français");
    }

    private Story toldTheCaseNumber() {
        Story caller = askedForTheMotive();
        heard(caller);
        return telephone.keys(caller, "complaint.motive#BILLING", "Facturation");
    }

    private void heard(Story caller) {
        TenantContext.run(
                Scenario.TENANT,
                () -> inbox.receive(telephone.receipt(telephone.last(caller), DeliveryState.DELIVERED, null, null)));
    }

    private void begunAnew(String... listening) {
        TenantContext.run(
                Scenario.TENANT,
                () -> inbox.receive(new Interruption(Scenario.TENANT, "voice", "demo", Set.of(listening))));
    }
}
