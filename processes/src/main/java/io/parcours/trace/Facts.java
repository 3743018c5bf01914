package io.parcours.trace;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.parcours.live.Changes;
import java.sql.Timestamp;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Stream;
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
            insert into fact (at, kind, case_number, customer_id, journey, version, activity, name, actor, detail)
            select f.at, f.kind, f.case_number, coalesce(f.customer_id, c.customer_id), f.journey, f.version,
                   f.activity, f.name, f.actor, f.detail::jsonb
            from unnest(?::timestamptz[], ?::text[], ?::text[], ?::uuid[], ?::text[], ?::int[], ?::text[], ?::text[],
                        ?::text[], ?::text[])
                 with ordinality as f (at, kind, case_number, customer_id, journey, version, activity, name, actor,
                                       detail, position)
            left join journey_case c on c.case_number = f.case_number
            order by f.position
            returning coalesce(customer_id::text, '')
            """;

    private final JdbcTemplate jdbc;
    private final ObjectMapper json;
    private final Changes changes;

    Facts(JdbcTemplate jdbc, ObjectMapper json, Changes changes) {
        this.jdbc = jdbc;
        this.json = json;
        this.changes = changes;
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

    private void write(List<Fact> facts) {
        List<String> customers = jdbc.query(
                connection -> {
                    var statement = connection.prepareStatement(INSERT);
                    Object[][] columns = {
                        column(facts, fact -> Timestamp.from(fact.at())),
                        column(facts, Fact::kind),
                        column(facts, Fact::caseNumber),
                        column(facts, Fact::customerId),
                        column(facts, Fact::journey),
                        column(facts, Fact::version),
                        column(facts, Fact::activity),
                        column(facts, Fact::name),
                        column(facts, Fact::actor),
                        column(facts, this::detail)
                    };
                    String[] types = {
                        "timestamptz", "text", "text", "uuid", "text", "int4", "text", "text", "text", "text"
                    };
                    for (int i = 0; i < columns.length; i++) {
                        statement.setArray(i + 1, connection.createArrayOf(types[i], columns[i]));
                    }
                    return statement;
                },
                (row, number) -> row.getString(1));
        changes.touch(Stream.of(
                        customers.stream().filter(id -> !id.isEmpty()).map("customer/"::concat),
                        facts.stream()
                                .map(Fact::caseNumber)
                                .filter(Objects::nonNull)
                                .map("case/"::concat),
                        // Who watches the queues watches for stopped steps too.
                        facts.stream()
                                .filter(fact -> fact.kind().startsWith("incident"))
                                .map(fact -> "work"))
                .flatMap(topics -> topics)
                .toList());
    }

    private static Object[] column(List<Fact> facts, Function<Fact, Object> value) {
        return facts.stream().map(value).toArray();
    }

    private String detail(Fact fact) {
        try {
            return fact.detail() == null || fact.detail().isEmpty() ? null : json.writeValueAsString(fact.detail());
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("A fact's detail holds scalars only: " + fact.kind(), e);
        }
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
