package io.parcours.work;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.parcours.complaint.Motive;
import io.parcours.engine.AlreadyClaimed;
import io.parcours.engine.NotAllowed;
import io.parcours.engine.Tasks;
import io.parcours.scenario.JourneyTest;
import io.parcours.scenario.Scenario;
import io.parcours.scenario.Story;
import io.parcours.tenant.TenantContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.camunda.bpm.engine.ProcessEngine;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

@JourneyTest
class WorkQueueTest {

    private static final String TENANT = "demo";
    private static final String[] BACK_OFFICE = {"BACK_OFFICE"};
    private static final Set<String> RELATIONAL = Set.of("complaint-relational");

    @Autowired
    Scenario scene;

    @Autowired
    WorkQueue queue;

    @Autowired
    Steering steering;

    @Autowired
    Tasks tasks;

    @Autowired
    WorkItemProjection projection;

    @Autowired
    ProcessEngine engine;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TransactionTemplate transaction;

    @Test
    void theNextItemIsTheHighestPriorityAndThenTheOneThatWaitsLongest() {
        emptyQueue();
        Story first = scene.complains(Motive.SERVICE);
        Story second = scene.complains(Motive.SERVICE);
        Story urgent = scene.complains(Motive.SERVICE);
        TenantContext.run(TENANT, () -> engine.getTaskService()
                .setPriority(urgent.item("solveComplaint").orElseThrow().taskId(), 1));

        scene.as(TENANT, "basile", BACK_OFFICE, () -> {
            assertThat(queue.claimNext(RELATIONAL).orElseThrow().caseNumber()).isEqualTo(urgent.caseNumber());
            assertThat(queue.claimNext(RELATIONAL).orElseThrow().caseNumber()).isEqualTo(first.caseNumber());
            assertThat(queue.claimNext(RELATIONAL).orElseThrow().caseNumber()).isEqualTo(second.caseNumber());
            assertThat(queue.claimNext(RELATIONAL)).isEmpty();
        });
    }

    @Test
    void eightPeopleAtOnceNeverGetTheSameItem() throws Exception {
        emptyQueue();
        for (int i = 0; i < 16; i++) {
            scene.complains(Motive.SERVICE);
        }
        ConcurrentLinkedQueue<String> claimed = new ConcurrentLinkedQueue<>();
        ExecutorService people = Executors.newFixedThreadPool(8);
        List<Future<?>> done = new ArrayList<>();
        for (int person = 0; person < 8; person++) {
            String name = "person" + person;
            done.add(people.submit(() -> {
                for (int i = 0; i < 2; i++) {
                    scene.as(TENANT, name, BACK_OFFICE, () -> queue.claimNext(RELATIONAL)
                            .ifPresent(item -> claimed.add(item.taskId())));
                }
            }));
        }
        for (Future<?> each : done) {
            each.get();
        }
        people.shutdown();

        assertThat(claimed).hasSize(16).doesNotHaveDuplicates();
    }

    @Test
    void whatSomebodyElseHasCannotBeTakenNorCompleted() {
        Story story = scene.complains(Motive.BILLING);
        String task = story.item("solveComplaint").orElseThrow().taskId();
        scene.as(TENANT, "basile", BACK_OFFICE, () -> tasks.claim(task));

        scene.as(TENANT, "carole", BACK_OFFICE, () -> {
            assertThatThrownBy(() -> tasks.claim(task))
                    .isInstanceOf(AlreadyClaimed.class)
                    .hasMessageContaining("basile");
            assertThatThrownBy(() -> tasks.complete(task, Map.of("outcome", "SOLVED", "resolution", "x")))
                    .isInstanceOf(AlreadyClaimed.class);
        });
        scene.as(TENANT, "basile", BACK_OFFICE, () -> {
            tasks.claim(task);
            tasks.release(task);
        });
        assertThat(story.item("solveComplaint").orElseThrow().assignee()).isNull();
    }

    @Test
    void aQueueIsWorkedByItsRolesAlone() {
        Story story = scene.complains(Motive.BILLING);
        String task = story.item("solveComplaint").orElseThrow().taskId();

        scene.as(TENANT, "nadia", new String[] {"AGENT_N1"}, () -> {
            assertThatThrownBy(() -> tasks.claim(task)).isInstanceOf(NotAllowed.class);
            assertThatThrownBy(() -> tasks.form(task)).isInstanceOf(NotAllowed.class);
            assertThatThrownBy(() -> queue.claimNext(Set.of("complaint-billing")))
                    .isInstanceOf(NotAllowed.class);
            assertThatThrownBy(() -> queue.page(WorkFilter.of(Set.of("complaint-billing")), 0, 20))
                    .isInstanceOf(NotAllowed.class);
            assertThat(queue.find(task)).isEmpty();
            assertThatThrownBy(steering::counts).isInstanceOf(NotAllowed.class);
        });
    }

    @Test
    void figuresCountByQueueAndAge() {
        emptyQueue();
        scene.complains(Motive.SERVICE);

        scene.as(TENANT, "sonia", new String[] {"SUPERVISOR"}, () -> {
            assertThat(steering.counts())
                    .filteredOn(count -> count.queue().equals("complaint-relational"))
                    .singleElement()
                    .satisfies(count -> assertThat(count.open()).isEqualTo(1));
            assertThat(steering.ages()).contains(new AgeCount("complaint-relational", "under1h", 1));
        });
    }

    @Test
    void thePageIsFilteredByPersonDeadlineAndText() {
        Story story = scene.customer("GOLD", "GOOD", 5).writes("bonjour").answers("4");

        scene.as(TENANT, "basile", BACK_OFFICE, () -> {
            assertThat(queue.page(new WorkFilter(RELATIONAL, null, false, false, story.caseNumber()), 0, 20))
                    .singleElement()
                    .satisfies(item -> assertThat(item.customerName()).isEqualTo("Awa Dossou"));
            assertThat(queue.page(new WorkFilter(RELATIONAL, "nobody", false, false, null), 0, 20))
                    .isEmpty();
            assertThat(queue.count(new WorkFilter(RELATIONAL, null, true, true, "%' or 1=1 --")))
                    .isZero();
        });
    }

    @Test
    void whatGotOutOfStepIsMended() {
        Story story = scene.complains(Motive.BILLING);
        system("delete from work_item where case_number = '" + story.caseNumber() + "'");
        system("insert into work_item (task_id, tenant_id, queue, journey, task_key, case_number, priority, created_at)"
                + " values ('ghost', 'demo', 'unrouted', 'unrouted', 'x', 'PA-ghost', 3, now())");

        Integer mended = TenantContext.callAsSystem(() -> transaction.execute(status -> projection.repair()));

        assertThat(mended).isEqualTo(2);
        story.hasWorkIn("complaint-billing");
        assertThat(TenantContext.<Integer>callAsSystem(() -> transaction.execute(status -> projection.repair())))
                .isZero();
    }

    @Test
    void theQueueStaysInStepWhenAJourneyIsDeletedOrItsDeploymentIs() {
        Story story = scene.complains(Motive.BILLING);
        TenantContext.run(TENANT, () -> {
            String instance = engine.getRuntimeService()
                    .createProcessInstanceQuery()
                    .processInstanceBusinessKey(story.caseNumber())
                    .singleResult()
                    .getId();
            engine.getRuntimeService().deleteProcessInstance(instance, "test", true);
        });

        assertThat(story.open()).isEmpty();
    }

    private void emptyQueue() {
        scene.as(TENANT, "cleaner" + System.nanoTime(), BACK_OFFICE, () -> {
            while (queue.claimNext(RELATIONAL).isPresent()) {
                // Somebody's until the end of the tests.
            }
        });
        TenantContext.run(TENANT, () -> engine.getTaskService()
                .createTaskQuery()
                .taskCandidateGroup("complaint-relational")
                .includeAssignedTasks()
                .list()
                .forEach(
                        task -> engine.getRuntimeService().deleteProcessInstance(task.getProcessInstanceId(), "test")));
    }

    private void system(String sql) {
        TenantContext.runAsSystem(
                () -> transaction.executeWithoutResult(status -> jdbc.sql(sql).update()));
    }
}
