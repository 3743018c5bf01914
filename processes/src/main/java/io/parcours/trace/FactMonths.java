package io.parcours.trace;

import io.parcours.tenant.AtStart;
import io.parcours.tenant.TenantContext;
import java.sql.Date;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.stream.IntStream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Keeps the facts' partitions a few months ahead of time, so that none has to be made out of the catch-all one. */
@Component
class FactMonths extends AtStart {

    private static final int AHEAD = 3;

    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final Clock clock;

    FactMonths(JdbcClient jdbc, TransactionTemplate transaction, Clock clock) {
        super(FACTS);
        this.jdbc = jdbc;
        this.transaction = transaction;
        this.clock = clock;
    }

    @Scheduled(cron = "0 0 2 * * *")
    public void addMonths() {
        LocalDate month = LocalDate.now(clock.withZone(ZoneOffset.UTC)).withDayOfMonth(1);
        TenantContext.runAsSystem(() -> transaction.executeWithoutResult(
                status -> IntStream.rangeClosed(0, AHEAD).forEach(ahead -> jdbc.sql("call add_fact_month(?)")
                        .param(Date.valueOf(month.plusMonths(ahead)))
                        .update())));
    }

    @Override
    protected void begin() {
        addMonths();
    }
}
