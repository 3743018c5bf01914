package io.parcours.conversation;

import static java.time.Duration.ofHours;
import static java.time.Duration.ofMillis;
import static java.time.Duration.ofMinutes;
import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;

import io.parcours.engine.Gates;
import io.parcours.engine.Gates.Gate;
import io.parcours.scenario.JourneyTest;
import io.parcours.scenario.Story;
import io.parcours.tenant.TenantContext;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Who waits for an account that takes nothing is called in when it takes messages again, in their order and as many as may leave. */
@JourneyTest
class CalledInTest extends TwoChannels {

    private static final Gate GATE = new Gate("demo", "sms/demo");

    @Autowired
    Usher usher;

    @Autowired
    Gates gates;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TransactionTemplate transaction;

    @BeforeEach
    void nobodyOfAnotherTestWaits() {
        TenantContext.runAsSystem(() -> transaction.executeWithoutResult(status -> jdbc.sql(
                        "update act_ru_job set exception_msg_ = null where exception_msg_ like 'Later: at %'")
                .update()));
        line.waitingOnlyAt(List.of());
    }

    private long calledIn() {
        Timestamp now = Timestamp.from(clock.instant());
        return TenantContext.callAsSystem(() -> transaction.execute(status -> jdbc.sql(
                        "select count(*) from act_ru_job where exception_msg_ like 'Later: at %' and duedate_ <= ?")
                .param(now)
                .query(Long.class)
                .single()));
    }

    @Test
    void asSoonAsTheAccountWorksAgainTheMessageLeaves() {
        sms.isDown(Problem.of("sms.refused", "Bind Failed"));
        Story story = scene.writes("Ma facture est fausse").passes(ofMinutes(5));
        usher.callIn();
        assertThat(calledIn()).as("to an account that is down").isZero();
        story.runsJobs().isToldNothingMore();
        sms.works();

        usher.callIn();
        story.runsJobs().isAsked("complaint.motive");
        assertThat(story.trace()).doesNotContain("stepFailed", "messageFailed");
    }

    @Test
    void anAccountThatWantsToBeLeftAloneIsNotTriedUntilItDoesNot() {
        AtomicInteger tried = new AtomicInteger();
        sms.answers(message -> {
            tried.incrementAndGet();
            sms.isSilent(ofMinutes(1));
            throw new ChannelUnavailable("throttled", ofMinutes(1), null);
        });
        Story throttled = scene.somebody().writes("Ma facture est fausse");
        Story later = scene.somebody().writes("Pas de réseau");
        usher.callIn();
        throttled.runsJobs();
        later.runsJobs();
        assertThat(tried).as("tries").hasValue(1);
        sms.works();
        sms.line(ofHours(1));

        usher.callIn();
        throttled.runsJobs().isAsked("complaint.motive");
        later.runsJobs().isAsked("complaint.motive");
    }

    @Test
    void asManyAreCalledAsMayLeaveAndWhoCameFirstIsFirst() {
        sms.isDown(Problem.of("sms.refused", "Bind Failed"));
        List<Story> crowd = IntStream.range(0, 3)
                .mapToObj(number -> scene.somebody().writes("Ma facture est fausse"))
                .toList();
        // The others look again half a second later, and one after the other.
        crowd.get(0).passes(ofMillis(10_200));
        sms.works();
        sms.hasPlaces(2);

        usher.callIn();
        crowd.forEach(Story::runsJobs);
        crowd.get(0).isAsked("complaint.motive");
        crowd.get(1).isAsked("complaint.motive");
        crowd.get(2).isToldNothingMore();
        usher.callIn();
        crowd.get(2).runsJobs().isAsked("complaint.motive");
    }

    @Test
    void whoIsCalledInHasAPlaceAndDrawsNoOther() {
        sms.isDown(Problem.of("sms.refused", "Bind Failed"));
        Story story = scene.writes("Ma facture est fausse");
        sms.works();
        sms.line(ofHours(1));
        int before = sms.placesDrawn();

        usher.callIn();
        story.runsJobs().isAsked("complaint.motive");
        assertThat(sms.placesDrawn() - before).as("by the usher").isEqualTo(1);
    }

    @Test
    void whoWasCalledAndHasNotComeYetIsOneOfThoseWhoMayLeave() {
        sms.isDown(Problem.of("sms.refused", "Bind Failed"));
        List<Story> crowd = IntStream.range(0, 3)
                .mapToObj(number -> scene.somebody().writes("Ma facture est fausse"))
                .toList();

        assertThat(gates.callIn(GATE, 2)).isEqualTo(2);
        assertThat(gates.callIn(GATE, 2)).isZero();
        assertThat(gates.callIn(GATE, 3)).isEqualTo(1);
        sms.works();
        crowd.forEach(story -> story.runsJobs().isAsked("complaint.motive"));
    }

    @Test
    void whoWaitsForAnAccountThatIsGoneIsCalledInWhenThereIsOneOfItsNameAgain() {
        sms.isDown(Problem.of("sms.refused", "Bind Failed"));
        Story story = scene.writes("Ma facture est fausse");
        sms.works();
        sms.isGone();
        story.passes(ofMinutes(30)).isToldNothingMore();
        assertThat(story.trace()).doesNotContain("stepFailed", "messageFailed");
        sms.works();

        usher.callIn();
        story.runsJobs().isAsked("complaint.motive");
    }

    @Test
    void nobodyIsCalledInToAnotherAccountOrAnotherOperators() {
        sms.isDown(Problem.of("sms.refused", "Bind Failed"));
        Story story = scene.writes("Ma facture est fausse");

        assertThat(gates.waiting()).contains(GATE);
        assertThat(gates.callIn(new Gate("baobab", GATE.name()), 10)).isZero();
        assertThat(gates.callIn(new Gate("demo", "sms/other"), 10)).isZero();
        assertThat(gates.callIn(GATE, 10)).isEqualTo(1);
        assertThat(gates.callIn(GATE, 10)).as("called already").isZero();
        sms.works();
        story.runsJobs().isAsked("complaint.motive");
        assertThat(gates.waiting()).doesNotContain(GATE);
    }

    @Test
    void whoWaitsForSomethingElseNowIsNotCalledIn() {
        sms.isDown(Problem.of("sms.refused", "Bind Failed"));
        Story story = scene.writes("Ma facture est fausse");
        sms.works();
        sms.answers(message -> {
            throw new ChannelUnavailable("too slow", null);
        });
        usher.callIn();
        story.runsJobs();
        sms.works();

        usher.callIn();
        story.runsJobs().isToldNothingMore();
        story.passes(ofMinutes(1)).isAsked("complaint.motive");
    }

    @Test
    void waitingLeavesNothingBehind() {
        long before = stacks();
        sms.isDown(Problem.of("sms.refused", "Bind Failed"));
        scene.writes("Ma facture est fausse").passes(ofMinutes(10));
        assertThat(stacks()).isEqualTo(before);
    }

    @Test
    void aFailureKeepsItsStackWithItsJobAlone() {
        long before = stacks();
        sms.answers(message -> {
            throw new SendRefused(SendRefused.Kind.PERHAPS_LATER, "0x45", "snow", null);
        });
        Story story = scene.writes("Ma facture est fausse").passes(ofMinutes(15));
        assertThat(story.trace()).contains("incidentRaised");
        assertThat(stacks()).isEqualTo(before + 1);
    }

    private long stacks() {
        return TenantContext.callAsSystem(() -> transaction.execute(
                status -> jdbc.sql("select count(*) from act_ge_bytearray where name_ = 'job.exceptionByteArray'")
                        .query(Long.class)
                        .single()));
    }

    @Test
    void thousandsWhoWaitLookNoMoreOftenThanTen() {
        Tries tries = new Tries();
        Instant now = Instant.parse("2026-03-02T08:00:00Z");
        assertThat(tries.next(GATE, now, ofSeconds(10))).isEqualTo(ofSeconds(10));
        Duration last = IntStream.range(0, 10_000)
                .mapToObj(any -> tries.next(GATE, now, ofSeconds(10)))
                .reduce((before, after) -> after)
                .orElseThrow();
        assertThat(last).isEqualTo(ofSeconds(10).plus(Tries.APART.multipliedBy(10_000)));
        Gate another = new Gate("demo", "whatsapp/demo");
        assertThat(tries.next(another, now, ofSeconds(10))).isEqualTo(ofSeconds(10));

        tries.waitingOnlyAt(List.of(another));
        assertThat(tries.next(GATE, now, ofSeconds(10))).isEqualTo(ofSeconds(10));
    }
}
