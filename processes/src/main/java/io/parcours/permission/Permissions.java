package io.parcours.permission;

import io.parcours.decisions.ContactPermission;
import io.parcours.decisions.ContactPermission.Answer;
import io.parcours.decisions.ContactPermission.Contact;
import io.parcours.tenant.Tenants;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Asks the decision {@code contact-permission} about customers, with what they said and how often they were contacted. */
@Component
public class Permissions {

    /**
     * A refusal on one channel or on all of them counts; so does an agreement. Service counts as no contact, and a call counts
     * once the customer was dialled.
     */
    private static final String KNOWN = """
            select c.id, coalesce(p.refused, false) as refused, coalesce(p.agreed, false) as agreed, k.today, k.week
            from customer c,
            lateral (select bool_or(not s.granted and s.purpose in (:purpose, 'all')) as refused,
                            bool_or(s.granted and s.purpose = :purpose) as agreed
                     from (select c.id union all select m.id from customer m where m.merged_into = c.id) r
                     join contact_consent s on s.customer_id = r.id and s.channel in (:channel, '*')) p,
            lateral (select count(*) filter (where t.at > :day) as today, count(*) as week
                     from (select m.at from conversation v join message m on m.conversation_id = v.id
                           where v.customer_id = c.id and not m.inbound and m.purpose <> 'service'
                             and m.at > :week and m.state not in ('queued', 'failed') and m.id <> all (:leaving)
                           union all select a.dialled_at from agent_call a
                           where a.customer_id = c.id and a.dialled_at > :week and a.purpose <> 'service'
                             and coalesce(a.outcome, '') not in ('OUR_SIDE', 'BAD_NUMBER')) t
                     where :purpose <> 'service') k
            where c.id = any (:customers)
            """;

    private static final Duration WEEK = Duration.ofDays(7);
    private static final Duration DAY = Duration.ofDays(1);

    /** Looked for when it is asked: decisions stand on the engine, and the engine's dialogue stands on this. */
    private final ObjectProvider<ContactPermission> decision;

    private final Tenants tenants;
    private final JdbcClient jdbc;
    private final Clock clock;

    Permissions(ObjectProvider<ContactPermission> decision, Tenants tenants, JdbcClient jdbc, Clock clock) {
        this.decision = decision;
        this.tenants = tenants;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Whether this customer may be contacted now. @throws IllegalArgumentException where the operator has no such customer */
    @Transactional(readOnly = true)
    public Answer ask(UUID customerId, String channel, String purpose) {
        return Optional.ofNullable(
                        askAll(List.of(customerId), channel, purpose, List.of()).get(customerId))
                .orElseThrow(() -> new IllegalArgumentException("No such customer"));
    }

    /**
     * The same for many, by their ids. Messages that are marked as leaving count each other: of those that begin at the same moment
     * no more are allowed than may leave, and perhaps fewer.
     *
     * @param leaving the ids of those that are asked about; empty for what is not marked yet
     */
    @Transactional(readOnly = true)
    public Map<UUID, Answer> askAll(
            Collection<UUID> customers, String channel, String purpose, Collection<UUID> leaving) {
        Instant now = clock.instant();
        LocalDateTime local =
                LocalDateTime.ofInstant(now, ZoneId.of(tenants.current().zone()));
        Map<UUID, Answer> answers = new HashMap<>();
        // Most of a crowd are alike, and a decision costs a look at the operator's own version of it.
        Map<Contact, Answer> decided = new HashMap<>();
        jdbc.sql(KNOWN)
                .param("customers", customers.toArray(UUID[]::new))
                .param("leaving", leaving.toArray(UUID[]::new))
                .param("purpose", purpose)
                .param("channel", channel)
                .param("day", Timestamp.from(now.minus(DAY)))
                .param("week", Timestamp.from(now.minus(WEEK)))
                .query(row -> {
                    Contact contact = new Contact(
                            purpose,
                            row.getBoolean("refused"),
                            row.getBoolean("agreed"),
                            local,
                            row.getInt("today"),
                            row.getInt("week"));
                    answers.put(
                            row.getObject("id", UUID.class),
                            decided.computeIfAbsent(
                                    contact, each -> decision.getObject().decide(each)));
                });
        return answers;
    }
}
