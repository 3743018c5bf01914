package io.parcours.step;

import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;

import io.parcours.conversation.Cases;
import io.parcours.engine.Variables;
import io.parcours.operatordata.ActUnknown;
import io.parcours.operatordata.NotAvailable;
import io.parcours.operatordata.OperationRefused;
import io.parcours.scenario.JourneyTest;
import io.parcours.scenario.Scenario;
import io.parcours.scenario.ScriptedSystems;
import io.parcours.scenario.Story;
import io.parcours.tenant.TenantContext;
import io.parcours.trace.TimelineEntry;
import java.math.BigDecimal;
import java.util.Map;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** A model that looks a balance up and changes an offer, with an operator's system in every condition. */
@JourneyTest
class OperatorDataScenarioTest {

    private static final String TENANT = Scenario.WITH_MODELS;

    @Autowired
    Scenario scene;

    @Autowired
    ScriptedSystems billing;

    @Autowired
    Cases cases;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TransactionTemplate transaction;

    @BeforeEach
    void everythingWorks() {
        scene.models("offer-change.bpmn");
        billing.reads(() -> Map.of("balance", new BigDecimal("1250.50")));
        billing.writes(false, () -> Map.of("orderId", "ORD-1"));
    }

    @Test
    void whatIsLookedUpDecidesAndWhatIsToldIsDoneOnce() {
        Story story = opened().endsAt("offerChanged");

        assertThat(billing.acts()).hasSize(1);
        assertThat(billing.acts().get(0).parameters())
                .isEqualTo(Map.of("msisdn", story.msisdn(), "offer", "Duo 30 Go", "reference", story.caseNumber()));
    }

    @Test
    void aValueOfTheOperatorsIsComparedAsANumber() {
        billing.reads(() -> Map.of("balance", new BigDecimal("499.99")));

        opened().endsAt("balanceTooLow");
        assertThat(billing.acts()).isEmpty();
    }

    @Test
    void aSystemThatIsAwayFailsNoJourney() {
        billing.reads(failing(new NotAvailable("timeout", null)));

        assertThat(opened().endsAt("systemAway").trace()).doesNotContain("stepFailed", "incidentRaised");
    }

    @Test
    void whoIsUnknownThereIsNoFailureEither() {
        billing.reads(() -> null);

        opened().endsAt("customerUnknownThere");
    }

    @Test
    void aRefusedActEndsInTheModelsHands() {
        billing.writes(false, failing(new OperationRefused("refused")));

        opened().endsAt("changeRefused");
    }

    @Test
    void anActWithoutAnAnswerIsUncertainAndNotToldAgain() {
        billing.writes(false, failing(new ActUnknown("timeout", null)));

        opened().passes(ofSeconds(700)).endsAt("changeUncertain");
        assertThat(billing.acts()).hasSize(1);
    }

    @Test
    void anActThatBearsRepetitionIsToldAgainUnderTheSameKey() {
        billing.writes(true, once(new ActUnknown("timeout", null)));

        opened().endsAt("offerChanged");
        assertThat(billing.acts()).hasSize(2);
        assertThat(billing.acts())
                .extracting(ScriptedSystems.Told::key)
                .containsOnly(billing.acts().get(0).key());
    }

    @Test
    void aCrashBetweenActAndOutcomeLeavesItUncertain() {
        billing.writes(false, once(new IllegalStateException("crash")));

        opened().passes(ofSeconds(11)).endsAt("changeUncertain");
        assertThat(billing.acts()).hasSize(1);
    }

    @Test
    void afterACrashWhatBearsRepetitionIsToldAgain() {
        billing.writes(true, once(new IllegalStateException("crash")));

        opened().passes(ofSeconds(11)).endsAt("offerChanged");
        assertThat(billing.acts()).hasSize(2);
    }

    @Test
    void theTraceTellsOperationsAndOutcomesAndNoValues() {
        Story story = opened();

        assertThat(story.timeline())
                .filteredOn(entry -> entry.kind().startsWith("operator"))
                .hasSize(2)
                .extracting(TimelineEntry::detail)
                .allSatisfy(detail ->
                        assertThat(detail.keySet()).containsExactlyInAnyOrder("operation", "state", "millis"));
    }

    @Test
    void anotherOperatorSeesNoneOfTheActs() {
        opened();

        assertThat(TenantContext.<Long>call("demo", this::acts)).isZero();
        assertThat(TenantContext.<Long>call(TENANT, this::acts)).isPositive();
    }

    private Long acts() {
        return transaction.execute(status ->
                jdbc.sql("select count(*) from operator_act").query(Long.class).single());
    }

    private Story opened() {
        Story story = scene.customerOf(TENANT);
        story.inTenant(() -> cases.open("offer-change", story.customerId(), null, Variables.none()));
        return story.runsJobs();
    }

    private static Supplier<Map<String, Object>> failing(RuntimeException failure) {
        return () -> {
            throw failure;
        };
    }

    private static Supplier<Map<String, Object>> once(RuntimeException failure) {
        boolean[] thrown = {false};
        return () -> {
            if (!thrown[0]) {
                thrown[0] = true;
                throw failure;
            }
            return Map.of("orderId", "ORD-1");
        };
    }
}
