package io.parcours.bench;

import io.parcours.complaint.Motive;
import io.parcours.decisions.GestureCase;
import io.parcours.decisions.GestureRules;
import java.math.BigDecimal;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.jdbc.core.JdbcTemplate;

/** The steps of the complaint as plain delegates with plain JDBC: the same rows as ours, in the engine's transaction. */
final class StockSteps {

    private final JdbcTemplate jdbc;
    private final StockSends sends;
    private final GestureRules gestures = new GestureRules();

    StockSteps(JdbcTemplate jdbc, StockSends sends) {
        this.jdbc = jdbc;
        this.sends = sends;
    }

    Map<String, Object> beans() {
        return Map.of(
                "openComplaint", (JavaDelegate) this::open,
                "classifyComplaint", (JavaDelegate) this::classify,
                "decide", (JavaDelegate) this::decide,
                "scheduleComplaint", (JavaDelegate) this::schedule,
                "recommendGesture", (JavaDelegate) this::recommend,
                "closeComplaint", (JavaDelegate) this::close,
                "say", (JavaDelegate) this::say,
                "ask", (ExecutionListener) this::ask);
    }

    private void open(DelegateExecution step) {
        String description = jdbc.queryForObject(
                "select text from message where tenant_id = 'demo' and case_number = ? and inbound order by number limit 1",
                String.class,
                step.getProcessBusinessKey());
        step.setVariable("description", description);
        step.setVariable("motive", null);
        step.setVariable("amount", null);
        step.setVariable("reopened", false);
        jdbc.update(
                "insert into complaint (case_number, customer_id, description, status, opened_at)"
                        + " values (?, ?, ?, 'OPEN', ?)",
                step.getProcessBusinessKey(),
                customer(step),
                description,
                now());
    }

    private void classify(DelegateExecution step) {
        Motive motive = Motive.valueOf((String) step.getVariable("answer"));
        step.setVariable("motive", motive.name());
        step.setVariable("type", motive.type().name());
        step.setVariable(
                "segment",
                jdbc.queryForObject("select segment from customer where id = ?", String.class, customer(step)));
        step.setVariable(
                "recurrence",
                jdbc.queryForObject(
                        "select count(*) from complaint where customer_id = ? and motive = ? and case_number <> ?",
                        Integer.class,
                        customer(step),
                        motive.name(),
                        step.getProcessBusinessKey()));
        jdbc.update(
                "update complaint set motive = ?, type = ? where tenant_id = 'demo' and case_number = ?",
                motive.name(),
                motive.type().name(),
                step.getProcessBusinessKey());
    }

    private void decide(DelegateExecution step) {
        step.getProcessEngineServices()
                .getDecisionService()
                .evaluateDecisionByKey((String) step.getVariable("decision"))
                .variables(step.getVariables())
                .evaluate()
                .getSingleResult()
                .forEach(step::setVariable);
    }

    private void schedule(DelegateExecution step) {
        Instant due = Instant.now().plus(Duration.ofHours(((Number) step.getVariable("deadlineHours")).longValue()));
        step.setVariable("dueAt", Date.from(due));
        jdbc.update(
                "update complaint set priority = ?, queue = ?, due_at = ? where tenant_id = 'demo' and case_number = ?",
                step.getVariable("priority"),
                step.getVariable("queue"),
                Timestamp.from(due),
                step.getProcessBusinessKey());
    }

    private void recommend(DelegateExecution step) {
        List<BigDecimal> lately = jdbc.queryForList(
                "select amount from goodwill_gesture where customer_id = ?", BigDecimal.class, customer(step));
        var ceiling = gestures.ceiling(new GestureCase(
                (String) step.getVariable("type"),
                (Integer) step.getVariable("recurrence"),
                0,
                null,
                lately.size(),
                lately.stream().reduce(BigDecimal.ZERO, BigDecimal::add),
                null,
                (String) step.getVariable("segment")));
        step.setVariable("gestureCeiling", ceiling.amount().doubleValue());
    }

    private void close(DelegateExecution step) {
        jdbc.update(
                "update complaint set status = 'PROCESSED', resolution = ?, closed_at = ?"
                        + " where tenant_id = 'demo' and case_number = ?",
                step.getVariable("resolution"),
                now(),
                step.getProcessBusinessKey());
        step.setVariable("outcomeMessage", "complaint.solved");
    }

    private void say(DelegateExecution step) {
        sends.send(
                step.getProcessBusinessKey(),
                "complaint.registered",
                "Votre réclamation est enregistrée sous le numéro " + step.getProcessBusinessKey()
                        + ". Réponse avant le " + step.getVariable("dueAt") + ".");
    }

    private void ask(DelegateExecution step) {
        boolean outcome = step.getCurrentActivityId().equals("askOutcome");
        sends.send(
                step.getProcessBusinessKey(),
                outcome ? "complaint.solved" : "complaint.motive",
                outcome
                        ? "Dossier " + step.getProcessBusinessKey() + " : " + step.getVariable("resolution")
                                + " Votre problème est-il résolu ?"
                        : "Bonjour, votre réclamation concerne :");
    }

    private static UUID customer(DelegateExecution step) {
        return UUID.fromString((String) step.getVariable("customerId"));
    }

    private static Timestamp now() {
        return Timestamp.from(Instant.now());
    }
}
