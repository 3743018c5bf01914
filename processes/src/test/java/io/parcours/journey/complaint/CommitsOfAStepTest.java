package io.parcours.journey.complaint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import io.parcours.engine.TestJobs;
import io.parcours.scenario.JourneyTest;
import io.parcours.scenario.Scenario;
import io.parcours.scenario.Story;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.ConfigurableTransactionManager;
import org.springframework.transaction.TransactionExecution;
import org.springframework.transaction.TransactionExecutionListener;
import org.springframework.transaction.support.TransactionTemplate;

/** What a step costs: one commit, and a send two more, since what is being sent is known before it may have left, and again afterwards. */
@JourneyTest
class CommitsOfAStepTest {

    private static final int STEP = 1;
    private static final int SEND = 3;
    private static final int CLAIM_AND_COMPLETION = 2;

    @Autowired
    Scenario scene;

    @Autowired
    TestJobs jobs;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    ConfigurableTransactionManager transactions;

    /** By step, how many commits each of its runs took. */
    private final Map<String, List<Integer>> commits = new TreeMap<>();

    private Collection<TransactionExecutionListener> others;
    private List<Integer> runs;

    @BeforeEach
    void count() {
        others = List.copyOf(transactions.getTransactionExecutionListeners());
        transactions.addListener(new Writing());
        jobs.watch(job -> stepOf(job).ifPresentOrElse(this::begins, () -> runs = null));
    }

    @AfterEach
    void countNoMore() {
        jobs.watchNoMore();
        transactions.setTransactionExecutionListeners(others);
    }

    @Test
    void eachStepOfAComplaintCommitsOnceButTheSends() {
        Story awa = scene.customer("GOLD", "GOOD", 4);

        begins("message");
        awa.writes("Ma facture est fausse").isAsked("complaint.motive");
        begins("message");
        awa.answers("1").isTold("complaint.registered");
        begins("task");
        awa.completes("solveComplaint", "outcome", "SOLVED", "resolution", "La facture est corrigée.");
        begins("message");
        awa.isAsked("complaint.solved").answers("Oui").endsAt("complaintSolved");

        assertThat(commits)
                .containsOnly(
                        entry("message", List.of(STEP, STEP, STEP)),
                        entry("askMotive", List.of(SEND)),
                        entry("confirmReceipt", List.of(SEND)),
                        entry("task", List.of(CLAIM_AND_COMPLETION)),
                        entry("askOutcome", List.of(SEND)));
    }

    private void begins(String step) {
        runs = null;
        List<Integer> ofStep = commits.computeIfAbsent(step, first -> new ArrayList<>());
        ofStep.add(0);
        runs = ofStep;
    }

    /** Empty for the platform's own work, such as what other tests left to be fetched. */
    private Optional<String> stepOf(String job) {
        runs = null;
        return transaction.execute(
                status -> jdbc.sql("""
                        select e.act_id_ from act_ru_job j join act_ru_execution e on e.id_ = j.execution_id_
                        where j.id_ = ?
                        """).param(job).query(String.class).optional());
    }

    /** Counts what writes: whoever only reads commits nothing. */
    private final class Writing implements TransactionExecutionListener {

        @Override
        public void beforeCommit(TransactionExecution transaction) {
            List<Integer> counted = runs;
            if (counted != null && transaction.isNewTransaction() && wrote()) {
                counted.set(counted.size() - 1, counted.get(counted.size() - 1) + 1);
            }
        }

        private boolean wrote() {
            return jdbc.sql("select pg_current_xact_id_if_assigned() is not null")
                    .query(Boolean.class)
                    .single();
        }
    }
}
