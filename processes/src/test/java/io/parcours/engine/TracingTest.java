package io.parcours.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.parcours.complaint.Motive;
import io.parcours.scenario.JourneyTest;
import io.parcours.scenario.Scenario;
import io.parcours.scenario.Story;
import io.parcours.tenant.TenantContext;
import org.camunda.bpm.engine.ProcessEngine;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

@JourneyTest
class TracingTest {

    @Autowired
    Scenario scene;

    @Autowired
    ProcessEngine engine;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TransactionTemplate transaction;

    @Test
    void aFactStandsOrFallsWithWhatItTellsOf() {
        Story story = scene.complains(Motive.BILLING);
        int before = story.timeline().size();
        String task = story.item("solveComplaint").orElseThrow().taskId();

        assertThatThrownBy(() -> TenantContext.run(
                        "demo",
                        () -> transaction.executeWithoutResult(status -> {
                            engine.getTaskService().setAssignee(task, "somebody");
                            throw new IllegalStateException("the rest went wrong");
                        })))
                .hasMessage("the rest went wrong");

        assertThat(story.timeline()).hasSize(before);
        assertThat(story.item("solveComplaint").orElseThrow().assignee()).isNull();
    }

    @Test
    void theEnginesOwnHistoryStaysEmpty() {
        scene.complains(Motive.BILLING);
        for (String table :
                new String[] {"act_hi_procinst", "act_hi_actinst", "act_hi_taskinst", "act_hi_varinst", "act_hi_dec_out"
                }) {
            assertThat(TenantContext.<Integer>callAsSystem(
                            () -> transaction.execute(status -> jdbc.sql("select count(*) from " + table)
                                    .query(Integer.class)
                                    .single())))
                    .as(table)
                    .isZero();
        }
    }

    @Test
    void everyLineSaysWhoDidIt() {
        Story story = scene.complains(Motive.BILLING)
                .completes("solveComplaint", "outcome", "SOLVED", "resolution", "Corrigé.");

        assertThat(story.timeline())
                .filteredOn(entry ->
                        entry.kind().equals("taskCompleted") || entry.kind().equals("taskClaimed"))
                .hasSize(2)
                .allMatch(entry -> entry.actor().equals("somebody of complaint-billing"));
        assertThat(story.timeline())
                .filteredOn(entry -> entry.kind().equals("messageReceived"))
                .allMatch(entry -> entry.actor() == null);
    }

    @Test
    void noJourneyKeepsSerializedJava() {
        scene.complains(Motive.BILLING);
        assertThat(TenantContext.<Integer>callAsSystem(() -> transaction.execute(status -> jdbc.sql(
                                "select count(*) from act_ru_variable"
                                        + " where type_ not in ('string', 'integer', 'long', 'double', 'boolean', 'date', 'null')")
                        .query(Integer.class)
                        .single())))
                .isZero();
    }

    @Test
    void factsLieInTheirMonthAndTheMonthsToComeAreThere() {
        scene.complains(Motive.BILLING);
        assertThat(TenantContext.<Integer>callAsSystem(() -> transaction.execute(
                        status -> jdbc.sql("select count(*) from pg_inherits where inhparent = 'fact'::regclass")
                                .query(Integer.class)
                                .single())))
                .isEqualTo(5);
        assertThat(TenantContext.<String>call(
                        "demo",
                        () -> transaction.execute(status -> jdbc.sql(
                                        "select max(tableoid::regclass::text) from fact where at > now() - interval '1 minute'")
                                .query(String.class)
                                .single())))
                .startsWith("fact_20");
    }
}
