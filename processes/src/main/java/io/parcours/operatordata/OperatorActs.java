package io.parcours.operatordata;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/** Which acts were begun and what became of them, each step committed by itself, so that a crash in between is seen. */
@Component
class OperatorActs {

    static final String ACTING = "ACTING";
    private static final TypeReference<Map<String, Object>> VALUES = new TypeReference<>() {};

    private final JdbcClient jdbc;
    private final ObjectMapper json;
    private final Clock clock;
    private final TransactionTemplate own;

    OperatorActs(JdbcClient jdbc, ObjectMapper json, Clock clock, PlatformTransactionManager transactions) {
        this.jdbc = jdbc;
        this.json = json;
        this.clock = clock;
        this.own = new TransactionTemplate(transactions);
        own.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    }

    /** @param state one of {@link OperatorDataState}, or {@code ACTING} */
    record Begun(String state, Map<String, Object> values) {}

    Optional<Begun> find(String key) {
        return jdbc.sql("select state, answer from operator_act where tenant_id = parcours_tenant() and key = ?")
                .param(key)
                .query((row, number) -> new Begun(row.getString("state"), values(row.getString("answer"))))
                .optional();
    }

    void begin(String key, String operation, About about) {
        own.executeWithoutResult(status -> jdbc.sql("""
                        insert into operator_act (key, operation, case_number, state, began_at, changed_at)
                        values (:key, :operation, :case, :state, :now, :now)
                        on conflict (tenant_id, key) do update set state = excluded.state, changed_at = excluded.changed_at
                        """)
                .param("key", key)
                .param("operation", operation)
                .param("case", about.caseNumber())
                .param("state", ACTING)
                .param("now", Timestamp.from(clock.instant()))
                .update());
    }

    void ended(String key, Act act) {
        own.executeWithoutResult(status -> jdbc.sql("""
                        update operator_act set state = :state, answer = :answer::jsonb, changed_at = :now
                        where tenant_id = parcours_tenant() and key = :key
                        """)
                .param("state", act.state().name())
                .param("answer", text(act.values()))
                .param("now", Timestamp.from(clock.instant()))
                .param("key", key)
                .update());
    }

    private Map<String, Object> values(String answer) {
        try {
            return answer == null ? Map.of() : json.readValue(answer, VALUES);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("The kept answer of an act is no JSON", e);
        }
    }

    private String text(Map<String, Object> values) {
        try {
            return values.isEmpty() ? null : json.writeValueAsString(values);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("An act's answer holds scalars only", e);
        }
    }
}
