package io.parcours.journey.optout;

import static org.assertj.core.api.Assertions.assertThat;

import io.parcours.conversation.Broadcasts;
import io.parcours.engine.Attempt;
import io.parcours.engine.BackgroundTask;
import io.parcours.engine.FlowCoverage;
import io.parcours.engine.TestJobs;
import io.parcours.permission.Consents;
import io.parcours.permission.Purpose;
import io.parcours.scenario.JourneyTest;
import io.parcours.scenario.RecordingChannel;
import io.parcours.scenario.Scenario;
import io.parcours.scenario.Story;
import io.parcours.tenant.TenantContext;
import io.parcours.trace.TimelineEntry;
import java.time.Clock;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.transaction.support.TransactionTemplate;

/** Whom the platform may write to, when, how often, and how a subscriber makes it stop. */
@JourneyTest
class ContactPermissionScenarioTest {

    private static final ZoneId HERE = ZoneId.of("Africa/Porto-Novo");

    @Autowired
    Scenario scene;

    @Autowired
    RecordingChannel sms;

    @Autowired
    Broadcasts broadcasts;

    @Autowired
    Consents consents;

    @Autowired
    TestJobs jobs;

    @Autowired
    Clock clock;

    @Autowired
    FlowCoverage coverage;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    @Qualifier("drain")
    BackgroundTask drain;

    @AfterEach
    void theProviderWorksAgain() {
        sms.works();
    }

    @Test
    void noAdvertisingForWhomNobodyAsked() {
        Story awa = scene.customer("GOLD", "GOOD", 4);
        itIsMondayAt(12);

        assertThat(advertise(awa)).isEqualTo(Map.of("failed", 1));
        awa.isToldNothingMore();
        assertThat(refusals(awa)).containsExactly("noConsent");
    }

    @Test
    void whoAgreedIsToldButNotMoreThanTwiceADay() {
        Story awa = scene.customer("GOLD", "GOOD", 4);
        agrees(awa);
        itIsMondayAt(9);

        assertThat(advertise(awa)).isEqualTo(Map.of("sent", 1));
        assertThat(advertise(awa)).isEqualTo(Map.of("sent", 1));
        assertThat(advertise(awa)).isEqualTo(Map.of("failed", 1));
        awa.isTold("promotion.weekend").isTold("promotion.weekend").isToldNothingMore();
        assertThat(refusals(awa)).containsExactly("contactPressure");

        jobs.pass(Duration.ofHours(25));
        assertThat(advertise(awa)).isEqualTo(Map.of("sent", 1));
    }

    @Test
    void anAdvertisementCountsAsSoonAsItIsLeaving() {
        Story awa = scene.customer("GOLD", "GOOD", 4);
        agrees(awa);
        itIsMondayAt(9);
        advertise(awa);
        UUID meanwhile = send(awa);
        sms.answers(message -> {
            sms.works();
            drain(meanwhile);
            return RecordingChannel.taken(message);
        });
        UUID leaving = send(awa);
        drain(leaving);

        assertThat(states(awa, leaving)).isEqualTo(Map.of("sent", 1));
        assertThat(states(awa, meanwhile)).isEqualTo(Map.of("failed", 1));
    }

    @Test
    void atNightAdvertisingWaitsForTheMorning() {
        Story awa = scene.customer("GOLD", "GOOD", 4);
        agrees(awa);
        itIsMondayAt(22);
        UUID id = send(awa);
        jobs.runBackground("demo");
        assertThat(states(awa, id)).isEqualTo(Map.of("queued", 1));

        jobs.pass(Duration.ofHours(9));
        jobs.runBackground("demo");
        awa.isToldNothingMore();

        jobs.pass(Duration.ofHours(1).plusSeconds(1));
        jobs.runBackground("demo");
        assertThat(states(awa, id)).isEqualTo(Map.of("sent", 1));
    }

    @Test
    void stopIsNotedAndConfirmedAndEndsTheAdvertising() {
        Story awa = scene.customer("GOLD", "GOOD", 4);
        agrees(awa);
        awa.writes("Stop SMS").isTold("opt-out.confirmed").endsAt("optedOut");
        itIsMondayAt(12);

        assertThat(advertise(awa)).isEqualTo(Map.of("failed", 1));
        assertThat(refusals(awa)).containsExactly("refusedByCustomer");
        assertThat(awa.trace()).contains("consentRefused");
        assertThat(coverage.missing("opt-out")).isEmpty();
    }

    @Test
    void stopInTheMiddleOfAComplaintDoesNotDisturbIt() {
        scene.writes("Ma facture est fausse")
                .isAsked("complaint.motive")
                .writes("STOP")
                .isTold("opt-out.confirmed")
                .isToldNothingMore()
                .answers("1")
                .isTold("complaint.registered")
                .hasWorkIn("complaint-billing");
    }

    @Test
    void whoWantsNothingByWhatsAppIsAnsweredOnTheNextChannel() {
        Story awa = scene.somebody()
                .writesByWhatsApp("Ma facture est fausse")
                .isAskedByWhatsApp("complaint.motive")
                .touches("complaint.motive", "BILLING")
                .isToldByWhatsApp("complaint.registered");
        awa.inTenant(() -> {
            consents.say(awa.customerId(), "whatsapp", Purpose.ALL, false, null, "aicha");
            return null;
        });

        awa.completes("solveComplaint", "outcome", "SOLVED", "resolution", "Facture corrigée.")
                .isTold("complaint.solved")
                .answers("oui")
                .endsAt("complaintSolved");
        assertThat(refusals(awa)).containsExactly("refusedByCustomer");
    }

    @Test
    void whoWantsNothingAnywhereIsToldNothingAndTheirCaseGoesOn() {
        Story awa = scene.writes("Ma facture est fausse")
                .isAsked("complaint.motive")
                .answers("1");
        awa.forgetsMessages();
        awa.inTenant(() -> {
            consents.say(awa.customerId(), Purpose.ANYWHERE, Purpose.ALL, false, null, "aicha");
            return null;
        });

        awa.completes("solveComplaint", "outcome", "SOLVED", "resolution", "Facture corrigée.")
                .isToldNothingMore()
                .passes(Duration.ofDays(8))
                .isToldNothingMore()
                .endsAt("complaintSolved");
        assertThat(awa.trace()).contains("contactRefused").doesNotContain("incidentRaised");
    }

    /** This one alone, as its job does. */
    private void drain(UUID broadcast) {
        TenantContext.run(
                Scenario.TENANT,
                () -> transaction.executeWithoutResult(
                        job -> drain.run(broadcast.toString(), new Attempt("drained", true))));
    }

    private void agrees(Story story) {
        story.inTenant(() -> {
            consents.say(story.customerId(), Purpose.ANYWHERE, Purpose.MARKETING, true, null, "aicha");
            return null;
        });
    }

    private void itIsMondayAt(int hour) {
        ZonedDateTime now = clock.instant().atZone(HERE);
        ZonedDateTime then = now.with(TemporalAdjusters.next(DayOfWeek.MONDAY)).with(LocalTime.of(hour, 0));
        jobs.pass(Duration.between(now, then));
    }

    private Map<String, Integer> advertise(Story story) {
        UUID id = send(story);
        jobs.runBackground("demo");
        return states(story, id);
    }

    private UUID send(Story story) {
        return story.inTenant(() -> broadcasts.send("promotion.weekend", "sms", List.of(story.customerId())));
    }

    private Map<String, Integer> states(Story story, UUID id) {
        return story.inTenant(() -> broadcasts.states(id));
    }

    private static List<String> refusals(Story story) {
        return story.timeline().stream()
                .filter(fact -> fact.kind().equals("contactRefused"))
                .map(ContactPermissionScenarioTest::reason)
                .toList();
    }

    private static String reason(TimelineEntry fact) {
        return String.valueOf(fact.detail().get("reason"));
    }
}
