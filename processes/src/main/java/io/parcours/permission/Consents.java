package io.parcours.permission;

import io.parcours.trace.Fact;
import io.parcours.trace.Facts;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What customers agreed to and refused. The last word counts, and each is on the customer's timeline. */
@Component
public class Consents {

    private final JdbcClient jdbc;
    private final Facts facts;
    private final Clock clock;

    Consents(JdbcClient jdbc, Facts facts, Clock clock) {
        this.jdbc = jdbc;
        this.facts = facts;
        this.clock = clock;
    }

    @Transactional(readOnly = true)
    public List<Consent> of(UUID customerId) {
        return jdbc.sql("select distinct on (purpose, channel) channel, purpose, granted, source, at"
                        + " from contact_consent where customer_id in"
                        + " (select ?::uuid union all select id from customer where merged_into = ?)"
                        + " order by purpose, channel, granted, at desc")
                .params(customerId, customerId)
                .query((row, number) -> new Consent(
                        row.getString("channel"),
                        row.getString("purpose"),
                        row.getBoolean("granted"),
                        row.getString("source"),
                        row.getTimestamp("at").toInstant()))
                .list();
    }

    /**
     * @param channel or {@link Purpose#ANYWHERE}
     * @param purpose other than service
     * @param caseNumber in which it was said; null where in none
     * @param actor who noted it; null where the subscriber said it to the platform
     */
    @Transactional
    public void say(UUID customerId, String channel, String purpose, boolean granted, String caseNumber, String actor) {
        String source = actor == null ? "subscriber" : "agent";
        jdbc.sql("""
                        insert into contact_consent (customer_id, channel, purpose, granted, source, at)
                        values (?, ?, ?, ?, ?, ?)
                        on conflict (customer_id, channel, purpose)
                        do update set granted = excluded.granted, source = excluded.source, at = excluded.at
                        """)
                .params(customerId, channel, purpose, granted, source, Timestamp.from(clock.instant()))
                .update();
        facts.record(Fact.of(
                clock.instant(),
                granted ? "consentGiven" : "consentRefused",
                caseNumber,
                customerId,
                actor,
                Map.of("channel", channel, "purpose", purpose)));
    }
}
