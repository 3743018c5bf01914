package io.parcours.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.parcours.scenario.JourneyTest;
import io.parcours.scenario.Scenario;
import io.parcours.tenant.TenantContext;
import java.util.List;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

@JourneyTest
class LostLocksTest {

    private static final String NODE = "parcours-of-this-test";

    @Autowired
    Scenario scene;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TransactionTemplate transaction;

    private LostLocks locks;
    private String job;

    @BeforeEach
    void aJobLockedByThisNode() {
        locks = new LostLocks(NODE, jdbc, transaction);
        // What waits for the subscriber's answer has a timer.
        scene.writes("Ma facture est fausse");
        job = inDatabase(() -> jdbc.sql("select id_ from act_ru_job limit 1")
                .query(String.class)
                .single());
        inDatabase(() -> jdbc.sql(
                        "update act_ru_job set lock_owner_ = ?, lock_exp_time_ = now() + interval '5 minutes' where id_ = ?")
                .params(NODE, job)
                .update());
    }

    @Test
    void aLockThatNoThreadHoldsIsFreedAtTheSecondLook() {
        locks.free();
        assertThat(lockedByThisNode()).containsExactly(job);
        locks.free();
        assertThat(lockedByThisNode()).isEmpty();
    }

    @Test
    void theLockOfAJobThatRunsStays() {
        locks.held(List.of(job));
        locks.free();
        locks.free();
        assertThat(lockedByThisNode()).containsExactly(job);

        locks.released(List.of(job));
        locks.free();
        locks.free();
        assertThat(lockedByThisNode()).isEmpty();
    }

    @Test
    void theSameJobLockedAnewIsNotMistakenForTheOldLock() {
        locks.free();
        inDatabase(() -> jdbc.sql("update act_ru_job set lock_exp_time_ = now() + interval '6 minutes' where id_ = ?")
                .param(job)
                .update());
        locks.free();
        assertThat(lockedByThisNode()).containsExactly(job);
        locks.free();
    }

    private List<String> lockedByThisNode() {
        return inDatabase(() -> jdbc.sql("select id_ from act_ru_job where lock_owner_ = ?")
                .param(NODE)
                .query(String.class)
                .list());
    }

    private <T> T inDatabase(Supplier<T> work) {
        return TenantContext.callAsSystem(() -> transaction.execute(status -> work.get()));
    }
}
