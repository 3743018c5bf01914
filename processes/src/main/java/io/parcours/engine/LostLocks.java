package io.parcours.engine;

import io.parcours.tenant.TenantContext;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Frees jobs that this node has locked and no thread of it holds. They are left where the database went away in the middle of a
 * job: its lock could not be given back, and would else keep it for five minutes.
 */
class LostLocks {

    private static final String LOCKED =
            "select id_, lock_exp_time_::text as until from act_ru_job where lock_owner_ = ?";
    private static final String FREE = "update act_ru_job set lock_owner_ = null, lock_exp_time_ = null"
            + " where id_ = ? and lock_owner_ = ? and lock_exp_time_::text = ?";

    private final String owner;
    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final Set<String> held = ConcurrentHashMap.newKeySet();
    private Map<String, String> suspects = Map.of();

    LostLocks(String owner, JdbcClient jdbc, TransactionTemplate transaction) {
        this.owner = owner;
        this.jdbc = jdbc;
        this.transaction = transaction;
    }

    String owner() {
        return owner;
    }

    void held(Iterable<String> jobIds) {
        jobIds.forEach(held::add);
    }

    void released(Iterable<String> jobIds) {
        jobIds.forEach(held::remove);
    }

    /** Twice the same lock in nobody's hands: between the two a job just locked has long been handed to a thread. */
    @Scheduled(fixedDelay = 10_000)
    void free() {
        try {
            TenantContext.runAsSystem(() -> transaction.executeWithoutResult(status -> {
                Map<String, String> inNobodysHands = inNobodysHands();
                inNobodysHands.forEach((id, until) -> {
                    if (Objects.equals(suspects.get(id), until)) {
                        jdbc.sql(FREE).params(id, owner, until).update();
                    }
                });
                suspects = inNobodysHands;
            }));
        } catch (DataAccessException | TransactionException stillAway) {
            suspects = Map.of();
        }
    }

    private Map<String, String> inNobodysHands() {
        return jdbc.sql(LOCKED).param(owner).query().listOfRows().stream()
                .filter(row -> !held.contains((String) row.get("id_")))
                .collect(Collectors.toMap(row -> (String) row.get("id_"), row -> (String) row.get("until")));
    }
}
