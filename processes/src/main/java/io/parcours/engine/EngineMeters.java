package io.parcours.engine;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import io.parcours.tenant.TenantContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** What an operator of the platform watches: is work done, does anything wait for a person, over all tenants. */
@Component
class EngineMeters implements MeterBinder {

    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;

    EngineMeters(JdbcClient jdbc, TransactionTemplate transaction) {
        this.jdbc = jdbc;
        this.transaction = transaction;
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        gauge(
                registry,
                "parcours.jobs.due",
                "Jobs that should have run by now",
                "select count(*) from act_ru_job where retries_ > 0 and (duedate_ is null or duedate_ < now())");
        gauge(
                registry,
                "parcours.incidents.open",
                "Steps that gave up and wait for a person",
                "select count(*) from act_ru_incident");
        gauge(registry, "parcours.work.open", "Tasks in all queues", "select count(*) from work_item");
        gauge(
                registry,
                "parcours.work.overdue",
                "Tasks past their deadline",
                "select count(*) from work_item where due_at < now()");
        gauge(
                registry,
                "parcours.messages.unknown",
                "Messages that may or may not have left",
                "select count(*) from message where state = 'unknown'");
        gauge(
                registry,
                "parcours.messages.stuck",
                "Messages queued or being sent for more than ten minutes",
                "select count(*) from message where state in ('queued', 'sending') and at < now() - interval '10 minutes'");
    }

    private void gauge(MeterRegistry registry, String name, String description, String sql) {
        Gauge.builder(name, () -> count(sql)).description(description).register(registry);
    }

    private Number count(String sql) {
        return TenantContext.callAsSystem(() ->
                transaction.execute(status -> jdbc.sql(sql).query(Long.class).single()));
    }
}
