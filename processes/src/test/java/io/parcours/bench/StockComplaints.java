package io.parcours.bench;

import io.parcours.complaint.Motive;
import io.parcours.decisions.InboundRouting.Arrival;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BooleanSupplier;
import javax.sql.DataSource;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.impl.ProcessEngineImpl;
import org.camunda.bpm.engine.task.Task;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** The same model on Camunda as it comes, with plain delegates that write the same rows. */
final class StockComplaints implements AutoCloseable {

    private final JdbcTemplate jdbc;
    private final TransactionTemplate transaction;
    private final StockSends sends;
    private final ProcessEngine engine;
    private final AtomicLong ids = new AtomicLong();

    StockComplaints(DataSource dataSource) {
        JdbcTransactionManager transactions = new JdbcTransactionManager(dataSource);
        this.jdbc = new JdbcTemplate(dataSource);
        this.transaction = new TransactionTemplate(transactions);
        this.sends = new StockSends(jdbc, transactions);
        this.engine = StockEngine.build(dataSource, transactions, new StockSteps(jdbc, sends).beans());
    }

    ProcessEngine engine() {
        return engine;
    }

    /** @param safe whether each state of a send is committed, as ours is */
    ComplaintSide side(boolean safe) {
        return new Side(safe);
    }

    private void receives(String msisdn, String text) {
        transaction.executeWithoutResult(status -> {
            UUID customer = customerAt(msisdn);
            UUID conversation = jdbc.queryForObject(
                    "insert into conversation (customer_id, channel, account, address) values (?, 'sms', 'demo', ?)"
                            + " on conflict (tenant_id, channel, account, address) do update set customer_id = excluded.customer_id"
                            + " returning id",
                    UUID.class,
                    customer,
                    msisdn);
            String serving = jdbc.queryForObject(
                    "select case_number from conversation where id = ? for update", String.class, conversation);
            if (serving == null) {
                begin(customer, conversation, msisdn, text);
            } else {
                insert(conversation, serving, text);
                answer(conversation, serving, text);
            }
        });
    }

    private UUID customerAt(String msisdn) {
        List<UUID> known = jdbc.queryForList(
                "select customer_id from contact_point where tenant_id = 'demo' and channel = 'sms' and address = ?",
                UUID.class,
                msisdn);
        if (!known.isEmpty()) {
            return known.get(0);
        }
        UUID id = jdbc.queryForObject("insert into customer (kind) values ('prospect') returning id", UUID.class);
        jdbc.update("insert into contact_point (channel, address, customer_id) values ('sms', ?, ?)", msisdn, id);
        return id;
    }

    private void begin(UUID customer, UUID conversation, String msisdn, String text) {
        String journey = engine.getDecisionService()
                .evaluateDecisionByKey("inbound-routing")
                .variables(Arrival.ofText("sms", "demo", text, false).inputs())
                .evaluate()
                .getSingleEntry();
        String caseNumber = "PA-2026-" + jdbc.queryForObject("select nextval('case_numbers')", Long.class);
        jdbc.update(
                "insert into journey_case (case_number, journey, customer_id, conversation_id) values (?, ?, ?, ?)",
                caseNumber,
                journey,
                customer,
                conversation);
        jdbc.update("update conversation set case_number = ? where id = ?", caseNumber, conversation);
        insert(conversation, caseNumber, text);
        engine.getRuntimeService()
                .startProcessInstanceByKey(journey, caseNumber, Map.of("customerId", customer.toString()));
    }

    private void insert(UUID conversation, String caseNumber, String text) {
        jdbc.update("""
                with v as (update conversation set last_number = last_number + 1 where id = ? returning last_number)
                insert into message (conversation_id, number, inbound, channel, external_id, case_number, text, state)
                select ?, v.last_number, true, 'sms', ?, ?, ?, 'received' from v
                """, conversation, conversation, "mo-" + ids.incrementAndGet(), caseNumber, text);
    }

    private void answer(UUID conversation, String caseNumber, String text) {
        boolean last = jdbc.queryForObject(
                        "select status from complaint where tenant_id = 'demo' and case_number = ?",
                        String.class,
                        caseNumber)
                .equals("PROCESSED");
        engine.getRuntimeService()
                .createMessageCorrelation("complaint.answered")
                .processInstanceBusinessKey(caseNumber)
                .setVariable("answer", last ? "YES" : Motive.values()[Integer.parseInt(text) - 1].name())
                .setVariable("answerState", "UNDERSTOOD")
                .correlate();
        if (last) {
            jdbc.update("update conversation set case_number = null where id = ?", conversation);
            jdbc.update(
                    "update journey_case set closed_at = now() where tenant_id = 'demo' and case_number = ?",
                    caseNumber);
        }
    }

    /**
     * As people write it against the engine: the first of the list, and once more where somebody else was quicker.
     *
     * @return null where it gave up
     */
    String claimNext(String agent, BooleanSupplier givesUp) {
        while (!givesUp.getAsBoolean()) {
            List<Task> first = engine.getTaskService()
                    .createTaskQuery()
                    .taskCandidateGroupIn(OurComplaints.QUEUES)
                    .taskUnassigned()
                    .orderByTaskPriority()
                    .asc()
                    .orderByTaskCreateTime()
                    .asc()
                    .listPage(0, 1);
            if (first.isEmpty()) {
                throw new IllegalStateException("No task waits");
            }
            try {
                engine.getTaskService().claim(first.get(0).getId(), agent);
                return first.get(0).getId();
            } catch (ProcessEngineException quicker) {
                // Claimed, completed or being moved by somebody else; the engine has a name for some of it only.
                continue;
            }
        }
        return null;
    }

    /** The first tasks of some queues, as a list on a screen asks for them. */
    List<Task> page(List<String> queues, int size) {
        return engine.getTaskService()
                .createTaskQuery()
                .taskCandidateGroupIn(queues)
                .orderByTaskPriority()
                .asc()
                .orderByTaskCreateTime()
                .asc()
                .listPage(0, size);
    }

    @Override
    public void close() {
        ((ProcessEngineImpl) engine).close();
    }

    private final class Side implements ComplaintSide {

        private final boolean safe;

        private Side(boolean safe) {
            this.safe = safe;
        }

        @Override
        public String name() {
            return safe ? "stock, sends as safe as ours" : "stock";
        }

        @Override
        public String database() {
            return StockDatabase.NAME;
        }

        @Override
        public void receives(String msisdn, String text) {
            sends.safe = safe;
            StockComplaints.this.receives(msisdn, text);
        }

        @Override
        public void solvesNext(String agent) {
            engine.getTaskService().complete(claimNext(agent, () -> false), OurComplaints.SOLUTION);
        }

        @Override
        public void awaitSends(int count) {
            sends.tally.await(count);
        }

        @Override
        public int open() {
            return (int) engine.getRuntimeService().createProcessInstanceQuery().count();
        }
    }
}
