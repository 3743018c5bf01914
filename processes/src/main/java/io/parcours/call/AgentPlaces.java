package io.parcours.call;

import io.parcours.call.CallRefused.Reason;
import io.parcours.number.PhoneNumbers;
import io.parcours.tenant.Tenants;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Where the operator's agents are reached by telephone, as each of them has said. */
@Component
public class AgentPlaces {

    /** Nothing else of an exchange's endpoints: a {@code Local/} one would run its dialplan. */
    private static final Pattern ENDPOINT = Pattern.compile("(PJSIP|SIP)/[A-Za-z0-9._-]{1,60}");

    /** Whoever may not sign in any more is called no more: their telephone may be somebody else's by now. */
    private static final String AT_WORK = "not exists (select 1 from app_user u"
            + " where u.tenant_id = p.tenant_id and u.username = p.username and not u.enabled)";

    private final JdbcClient jdbc;
    private final Tenants tenants;
    private final Clock clock;

    AgentPlaces(JdbcClient jdbc, Tenants tenants, Clock clock) {
        this.jdbc = jdbc;
        this.tenants = tenants;
        this.clock = clock;
    }

    /** Somebody to whom a call can go. @param free whether they are in no call */
    public record Colleague(String username, boolean free) {}

    /** Where a call goes. @param username null where it is nobody of ours */
    record Target(String username, String place) {}

    @Transactional(readOnly = true)
    public Optional<String> of(String username) {
        return jdbc.sql("select place from agent_place p where username = ? and " + AT_WORK)
                .param(username)
                .query(String.class)
                .optional();
    }

    /**
     * @param place an endpoint such as {@code PJSIP/agent1}, or a telephone number as people write it; empty for nowhere
     * @return as it is kept: numbers in E.164
     * @throws CallRefused where it is neither
     */
    @Transactional
    public String set(String username, String place) {
        String wished = place.strip();
        if (wished.isEmpty()) {
            jdbc.sql("delete from agent_place where username = ?")
                    .param(username)
                    .update();
            return "";
        }
        String kept = ENDPOINT.matcher(wished).matches()
                ? wished
                : number(wished).orElseThrow(() -> new CallRefused(Reason.BAD_PLACE));
        jdbc.sql(
                        "insert into agent_place (username, place, changed_at) values (?, ?, ?) on conflict (tenant_id, username)"
                                + " do update set place = excluded.place, changed_at = excluded.changed_at")
                .params(username, kept, Timestamp.from(clock.instant()))
                .update();
        return kept;
    }

    /** Everybody who can be reached, those in no call first. */
    @Transactional(readOnly = true)
    public List<Colleague> colleagues() {
        return jdbc.sql("""
                        select p.username, not exists (select 1 from agent_call c
                               where c.tenant_id = p.tenant_id and c.agent = p.username and c.ended_at is null) as free
                        from agent_place p where %s order by free desc, p.username
                        """.formatted(AT_WORK))
                .query((row, n) -> new Colleague(row.getString("username"), row.getBoolean("free")))
                .list();
    }

    /** @param target a colleague's user name, or a telephone number @throws CallRefused where it is neither */
    Target target(String target) {
        return of(target)
                .map(place -> new Target(target, place))
                .or(() -> number(target).map(place -> new Target(null, place)))
                .orElseThrow(() -> new CallRefused(Reason.BAD_PLACE));
    }

    private Optional<String> number(String written) {
        return PhoneNumbers.e164(written, tenants.current().region());
    }
}
