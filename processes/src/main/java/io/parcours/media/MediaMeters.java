package io.parcours.media;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.MultiGauge.Row;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.composite.CompositeMeterRegistry;
import io.parcours.tenant.TenantContext;
import java.util.List;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** What files take, by operator, and what became of those that came. */
@Component
class MediaMeters {

    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final MeterRegistry registry;
    private final MultiGauge octets;

    MediaMeters(JdbcClient jdbc, TransactionTemplate transaction, ObjectProvider<MeterRegistry> registry) {
        this.jdbc = jdbc;
        this.transaction = transaction;
        this.registry = registry.getIfAvailable(CompositeMeterRegistry::new);
        this.octets = MultiGauge.builder("parcours.media.bytes")
                .description("Octets of files that are kept")
                .register(this.registry);
    }

    /** @param channel null for what a person here added */
    void settled(String channel, String state) {
        registry.counter(
                        "parcours.media.files",
                        "tenant",
                        TenantContext.required(),
                        "channel",
                        channel == null ? "person" : channel,
                        "state",
                        state)
                .increment();
    }

    @Scheduled(fixedDelay = 60_000, initialDelay = 30_000)
    public void measure() {
        List<Row<?>> rows = TenantContext.callAsSystem(() -> transaction.execute(status -> jdbc.sql(
                        "select tenant_id, sum(size) from media_file where state = 'kept' group by tenant_id")
                .<Row<?>>query((row, number) -> Row.of(Tags.of("tenant", row.getString(1)), row.getLong(2)))
                .list()));
        octets.register(rows, true);
    }
}
