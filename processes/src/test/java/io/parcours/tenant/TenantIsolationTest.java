package io.parcours.tenant;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.parcours.complaint.Complaints;
import io.parcours.complaint.Gestures;
import io.parcours.complaint.Motive;
import io.parcours.conversation.Broadcasts;
import io.parcours.conversation.Conversations;
import io.parcours.customer.Customers;
import io.parcours.engine.Diagrams;
import io.parcours.engine.Incidents;
import io.parcours.engine.Journeys;
import io.parcours.engine.NotFound;
import io.parcours.engine.Tasks;
import io.parcours.engine.TestJobs;
import io.parcours.engine.Variables;
import io.parcours.scenario.JourneyTest;
import io.parcours.scenario.Scenario;
import io.parcours.scenario.Story;
import io.parcours.trace.Timeline;
import io.parcours.work.WorkItem;
import io.parcours.work.WorkQueue;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

@JourneyTest
class TenantIsolationTest {

    private static final String[] ALL_ROLES = {"BACK_OFFICE", "AGENT_N1", "AGENT_N2", "SUPERVISOR"};

    @Autowired
    Scenario scene;

    @Autowired
    Customers customers;

    @Autowired
    Complaints complaints;

    @Autowired
    Gestures gestures;

    @Autowired
    Conversations conversations;

    @Autowired
    Broadcasts broadcasts;

    @Autowired
    TestJobs jobs;

    @Autowired
    Timeline timeline;

    @Autowired
    Diagrams diagrams;

    @Autowired
    Incidents incidents;

    @Autowired
    WorkQueue queue;

    @Autowired
    Tasks tasks;

    @Autowired
    Journeys journeys;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    JdbcTemplate template;

    @Autowired
    TransactionTemplate transaction;

    private Story theirs;
    private WorkItem task;

    @BeforeEach
    void anotherOperatorHasACase() {
        theirs = scene.complains(Motive.BILLING);
        task = theirs.item("solveComplaint").orElseThrow();
    }

    @Test
    void nothingOfAnotherOperatorComesBackThroughAnyService() {
        String number = theirs.caseNumber();
        UUID customer = theirs.customerId();
        asTheOtherOperator(() -> {
            assertThat(customers.find(customer)).isEmpty();
            assertThat(customers.search(theirs.msisdn(), 10)).isEmpty();
            assertThat(customers.search(number, 10)).isEmpty();
            assertThat(complaints.find(number)).isEmpty();
            assertThat(complaints.of(customer)).isEmpty();
            assertThat(complaints.similar(number, 5)).isEmpty();
            assertThat(complaints.search("problème", 5)).isEmpty();
            assertThat(gestures.of(customer)).isEmpty();
            assertThat(conversations.messages(customer, 10)).isEmpty();
            assertThat(conversations.unread(number)).isEmpty();
            assertThat(conversations.opening(number)).isEmpty();
            assertThat(conversations.replyWay(number)).isEmpty();
            assertThat(timeline.ofCase(number, 10)).isEmpty();
            assertThat(timeline.ofCustomer(customer, 10)).isEmpty();
            assertThat(timeline.walked(number)).isEmpty();
            assertThat(diagrams.ofCase(number)).isEmpty();
            assertThat(queue.find(task.taskId())).isEmpty();
            assertThat(queue.ofCase(number)).isEmpty();
            assertThat(incidents.open()).isEmpty();
        });
    }

    @Test
    void whatAnotherOperatorHasNotReadStaysUnread() {
        theirs.writes("Et encore ceci");
        String number = theirs.caseNumber();
        assertThat(theirs.inTenant(() -> conversations.unread(number))).hasSize(1);

        asTheOtherOperator(() -> conversations.markRead(number, Long.MAX_VALUE));

        assertThat(theirs.inTenant(() -> conversations.unread(number))).hasSize(1);
    }

    @Test
    void anotherOperatorsBroadcastTellsNothingAndReachesNobodyElse() {
        UUID broadcast =
                theirs.inTenant(() -> broadcasts.send("complaint.closed", "sms", List.of(theirs.customerId())));
        assertThat(theirs.inTenant(() -> broadcasts.states(broadcast))).isNotEmpty();

        asTheOtherOperator(() -> {
            assertThat(broadcasts.states(broadcast)).isEmpty();
            UUID own = broadcasts.send("complaint.closed", "sms", List.of(theirs.customerId()));
            assertThat(broadcasts.states(own)).isEmpty();
        });
        jobs.runBackground("littoral");
        theirs.runsJobs();
    }

    @Test
    void anotherOperatorsWorkCannotBeTouched() {
        asTheOtherOperator(() -> {
            assertThatThrownBy(() -> tasks.claim(task.taskId())).isInstanceOf(NotFound.class);
            assertThatThrownBy(() -> tasks.form(task.taskId())).isInstanceOf(NotFound.class);
            assertThatThrownBy(() -> tasks.release(task.taskId())).isInstanceOf(NotFound.class);
            assertThatThrownBy(() -> tasks.complete(task.taskId(), Map.of("outcome", "SOLVED", "resolution", "à nous")))
                    .isInstanceOf(NotFound.class);
            assertThat(journeys.signal("complaint.answered", theirs.caseNumber()))
                    .isFalse();
            assertThatThrownBy(() -> complaints.register(theirs.customerId(), Motive.BILLING, "x", null))
                    .isInstanceOf(NotFound.class);
        });
        theirs.hasWorkIn("complaint-billing");
    }

    @Test
    void theSameCaseNumberBelongsToEachOperatorApart() {
        TenantContext.run("littoral", () -> journeys.start("unrouted", theirs.caseNumber(), Variables.none()));

        theirs.hasWorkIn("complaint-billing").hasNoWorkIn("unrouted");
    }

    @Test
    void withoutATenantThereAreNoRowsAndTheFacadeRefuses() {
        assertThat(transaction.<Integer>execute(status -> count("customer"))).isZero();
        assertThat(count("act_ru_task")).isZero();
        assertThatThrownBy(() -> journeys.start("unrouted", "PA-0", Variables.none()))
                .isInstanceOf(IllegalStateException.class);
    }

    @Test
    void aReusedConnectionForgetsTheTenantWithTheTransaction() {
        for (int round = 0; round < 50; round++) {
            String tenant = round % 2 == 0 ? "demo" : "littoral";
            TenantContext.run(
                    tenant,
                    () -> transaction.executeWithoutResult(status -> {
                        assertThat(template.queryForList("select distinct tenant_id from customer", String.class))
                                .allMatch(tenant::equals);
                        assertThat(template.queryForList("select distinct tenant_id_ from act_ru_task", String.class))
                                .allMatch(tenant::equals);
                    }));
            assertThat(transaction.<Integer>execute(status -> count("customer")))
                    .isZero();
        }
    }

    @Test
    void theTenantCannotChangeInsideATransaction() {
        TenantContext.run(
                "demo",
                () -> transaction.executeWithoutResult(
                        status -> assertThatThrownBy(() -> TenantContext.run("littoral", () -> {}))
                                .isInstanceOf(IllegalStateException.class)));
    }

    @Test
    void aRowOfAnotherOperatorCannotBeWritten() {
        assertThatThrownBy(() -> TenantContext.run(
                        "demo",
                        () -> transaction.executeWithoutResult(status -> jdbc.sql(
                                        "insert into customer (tenant_id, kind) values ('littoral', 'prospect')")
                                .update())))
                .rootCause()
                .hasMessageContaining("row-level security");
    }

    private int count(String table) {
        return jdbc.sql("select count(*) from " + table).query(Integer.class).single();
    }

    private void asTheOtherOperator(Runnable action) {
        scene.as("littoral", "eve", ALL_ROLES, action);
    }
}
