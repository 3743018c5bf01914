package io.parcours.conversation;

import io.parcours.tenant.TenantContext;
import java.time.Clock;
import java.time.Year;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Hands out case numbers, {@code PA-2026-000123}, for each operator its own. They are taken from the database in small blocks,
 * so that two journeys never wait for each other's commit; a restart leaves a gap, never a double.
 */
@Component
class CaseNumbers {

    private static final int BLOCK = 20;

    private record Block(long next, long last) {}

    private final JdbcClient jdbc;
    private final OwnTransaction own;
    private final Clock clock;
    private final Map<String, Block> blocks = new ConcurrentHashMap<>();

    CaseNumbers(JdbcClient jdbc, OwnTransaction own, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.own = own;
    }

    String next() {
        int year = Year.now(clock.withZone(ZoneOffset.UTC)).getValue();
        Block block = blocks.compute(
                TenantContext.required() + year,
                (key, left) -> left == null || left.next() == left.last()
                        ? reserve(year)
                        : new Block(left.next() + 1, left.last()));
        return String.format(Locale.ROOT, "PA-%d-%06d", year, block.next());
    }

    private Block reserve(int year) {
        long last = own.call(
                () -> jdbc.sql("""
                        insert into case_number (year, last) values (?, ?)
                        on conflict (tenant_id, year) do update set last = case_number.last + excluded.last returning last
                        """).params(year, BLOCK).query(Long.class).single());
        return new Block(last - BLOCK + 1, last);
    }
}
