package io.parcours.trace;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.parcours.live.Changes;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Gathers the facts of a transaction and writes them with one statement just before its commit, so that they stand or fall
 * with what they tell of.
 */
@Component
public class Facts {

    private static final String INSERT = """
            with written as (
                insert into fact (at, kind, case_number, customer_id, journey, version, activity, name, actor, detail)
                select f.at, f.kind, f.case_number,
                       coalesce(f.customer_id, (select c.customer_id from journey_case c
                                where c.tenant_id = parcours_tenant() and c.case_number = f.case_number)),
                       f.journey, f.version, f.activity, f.name, f.actor, f.detail
                from rows from (json_to_recordset(?::json) as (at timestamptz, kind text, case_number text, customer_id uuid,
                        journey text, version int, activity text, name text, actor text, detail jsonb))
                     with ordinality as f (at, kind, case_number, customer_id, journey, version, activity, name, actor,
                                           detail, position)
                order by f.position
                returning case_number, customer_id, kind),
            news (topic) as (
                select t.topic from written w, lateral (values ('customer/' || w.customer_id), ('case/' || w.case_number),
                    -- Who watches the queues watches for stopped steps too.
                    (case when starts_with(w.kind, 'incident') then 'work' end)) t (topic))
            """ + Changes.TELL;

    private final JdbcTemplate jdbc;
    private final ObjectMapper json;

    Facts(JdbcTemplate jdbc, ObjectMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    /** Adds a fact to the current transaction. */
    public void record(Fact fact) {
        pending().facts.add(fact);
    }

    private Pending pending() {
        if (!TransactionSynchronizationManager.isSynchronizationActive()) {
            throw new IllegalStateException("A fact needs a transaction");
        }
        for (TransactionSynchronization synchronization : TransactionSynchronizationManager.getSynchronizations()) {
            if (synchronization instanceof Pending pending && pending.owner() == this) {
                return pending;
            }
        }
        Pending pending = new Pending();
        TransactionSynchronizationManager.registerSynchronization(pending);
        return pending;
    }

    /** One text for all rows: a statement with arrays would be planned anew each time, to fit their lengths. */
    private void write(List<Fact> facts) {
        jdbc.query(INSERT, row -> {}, json(facts), Changes.tenant());
    }

    private String json(List<Fact> facts) {
        try {
            return json.writeValueAsString(facts.stream().map(Facts::row).toList());
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(
                    "A fact's detail holds scalars only: "
                            + facts.stream().map(Fact::kind).toList(),
                    e);
        }
    }

    private static Map<String, Object> row(Fact fact) {
        Map<String, Object> row = new HashMap<>();
        row.put("at", fact.at().toString());
        row.put("kind", fact.kind());
        row.put("case_number", fact.caseNumber());
        row.put("customer_id", fact.customerId());
        row.put("journey", fact.journey());
        row.put("version", fact.version());
        row.put("activity", fact.activity());
        row.put("name", fact.name());
        row.put("actor", fact.actor());
        row.put("detail", fact.detail() == null || fact.detail().isEmpty() ? null : fact.detail());
        return row;
    }

    private final class Pending implements TransactionSynchronization {

        private final List<Fact> facts = new ArrayList<>();

        Facts owner() {
            return Facts.this;
        }

        @Override
        public void beforeCommit(boolean readOnly) {
            if (!facts.isEmpty()) {
                write(facts);
            }
        }
    }
}
