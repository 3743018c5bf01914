package io.parcours.call;

import io.parcours.call.AgentCall.Consultation;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class CallRepository {

    private static final String SHOWN = """
            select a.*, coalesce(nullif(concat_ws(' ', c.first_name, c.last_name), ''), a.number) as customer_name
            from agent_call a join customer c on c.id = a.customer_id
            """;

    private final JdbcClient jdbc;

    CallRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @throws org.springframework.dao.DuplicateKeyException where the agent, or the caller, is in a call already */
    void insert(CallRow row) {
        jdbc.sql("""
                        insert into agent_call (id, account, inbound, customer_id, case_number, number, purpose, call, agent,
                                                place, leg, state, began_at)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                        """)
                .params(
                        row.id(),
                        row.account(),
                        row.inbound(),
                        row.customerId(),
                        row.caseNumber(),
                        row.number(),
                        row.purpose(),
                        row.call(),
                        row.agent(),
                        row.place(),
                        row.leg(),
                        row.state().name(),
                        at(row.beganAt()))
                .update();
    }

    /** Locked until the end of the transaction; empty where there is none that goes on. */
    Optional<CallRow> lock(UUID id) {
        return jdbc.sql("select * from agent_call where id = ? and ended_at is null for update")
                .param(id)
                .query(CallRepository::row)
                .optional();
    }

    Optional<CallRow> find(UUID id) {
        return jdbc.sql("select * from agent_call where id = ?")
                .param(id)
                .query(CallRepository::row)
                .optional();
    }

    boolean busy(String agent) {
        return jdbc.sql("select exists (select 1 from agent_call where agent = ? and ended_at is null)")
                .param(agent)
                .query(Boolean.class)
                .single();
    }

    List<String> agentsAt(String account) {
        return jdbc.sql("select agent from agent_call where account = ? and agent is not null and ended_at is null")
                .param(account)
                .query(String.class)
                .list();
    }

    List<CallRow> open() {
        return jdbc.sql("select * from agent_call where ended_at is null for update")
                .query(CallRepository::row)
                .list();
    }

    /** @param call null where the agent's leg alone became known */
    void known(UUID id, String call, String legCall) {
        jdbc.sql("update agent_call set call = coalesce(?, call), leg_call = coalesce(?, leg_call) where id = ?")
                .params(call, legCall, id)
                .update();
    }

    void state(UUID id, CallState state, Instant now) {
        jdbc.sql("""
                        update agent_call set state = :state,
                            dialled_at = case when :state = 'DIALLED' then :now else dialled_at end,
                            talking_at = case when :state = 'TALKING' then coalesce(talking_at, :now) else talking_at end
                        where id = :id and ended_at is null
                        """)
                .param("state", state.name())
                .param("now", at(now))
                .param("id", id)
                .update();
    }

    /** Somebody else has it from now on; the leg of before finds nothing any more. */
    void give(UUID id, String agent, String place, UUID leg, CallState state) {
        jdbc.sql("""
                        update agent_call set agent = ?, place = ?, leg = ?, leg_call = null, state = ?, recording = null
                        where id = ?
                        """).params(agent, place, leg, state.name(), id).update();
        noConsultation(id);
    }

    void consult(UUID id, String consulted, String place, UUID leg, String legCall) {
        jdbc.sql(
                        "update agent_call set consulted = ?, consult_at = ?, consult_leg = ?, consult_call = ?, consult_up = false"
                                + " where id = ?")
                .params(consulted, place, leg, legCall, id)
                .update();
    }

    void consultedThere(UUID id) {
        jdbc.sql("update agent_call set consult_up = true where id = ?")
                .param(id)
                .update();
    }

    void noConsultation(UUID id) {
        jdbc.sql("update agent_call set consulted = null, consult_at = null, consult_leg = null, consult_call = null,"
                        + " consult_up = false where id = ?")
                .param(id)
                .update();
    }

    void recording(UUID id, String name) {
        jdbc.sql("update agent_call set recording = ? where id = ?")
                .params(name, id)
                .update();
    }

    void end(UUID id, String outcome, Instant now) {
        noConsultation(id);
        jdbc.sql("update agent_call set ended_at = ?, outcome = ?, recording = null where id = ?")
                .params(at(now), outcome, id)
                .update();
    }

    /** What goes on, the oldest first. */
    List<AgentCall> underWay(UnaryOperator<String> problems) {
        return shown("where a.ended_at is null order by a.began_at", problems);
    }

    Optional<AgentCall> ofAgent(String agent, UnaryOperator<String> problems) {
        return shown("where a.agent = ? and a.ended_at is null", problems, agent).stream()
                .findFirst();
    }

    Optional<AgentCall> ofCustomer(UUID customer, UnaryOperator<String> problems) {
        return shown("where a.customer_id = ? and a.ended_at is null order by a.began_at", problems, customer).stream()
                .findFirst();
    }

    Optional<AgentCall> shown(UUID id, UnaryOperator<String> problems) {
        return shown("where a.id = ?", problems, id).stream().findFirst();
    }

    /** Whether this customer has such a case. */
    boolean hasCase(UUID customer, String caseNumber) {
        return jdbc.sql("select exists (select 1 from journey_case where tenant_id = parcours_tenant()"
                        + " and case_number = ? and customer_id = ?)")
                .params(caseNumber, customer)
                .query(Boolean.class)
                .single();
    }

    /** The customer's own ways to call: account and address of each thread. */
    List<String[]> threads(UUID customer) {
        return jdbc.sql("select account, address from conversation where customer_id = ? and channel = 'voice'")
                .param(customer)
                .query((row, n) -> new String[] {row.getString(1), row.getString(2)})
                .list();
    }

    /** What the screens that show this caller listen to. */
    List<String> topics(String account, String address) {
        return jdbc.sql("""
                        select 'customer/' || v.customer_id from conversation v
                        where v.tenant_id = parcours_tenant() and v.channel = 'voice' and v.account = :account
                          and v.address = :address
                        union select 'case/' || j.case_number from conversation v
                        join journey_case j on j.customer_id = v.customer_id and j.closed_at is null
                        where v.tenant_id = parcours_tenant() and v.channel = 'voice' and v.account = :account
                          and v.address = :address
                        """)
                .param("account", account)
                .param("address", address)
                .query(String.class)
                .list();
    }

    private List<AgentCall> shown(String which, UnaryOperator<String> problems, Object... values) {
        return jdbc.sql(SHOWN + which)
                .params(values)
                .query((row, n) -> shown(row, problems))
                .list();
    }

    private static AgentCall shown(ResultSet row, UnaryOperator<String> problems) throws SQLException {
        CallRow call = row(row, 0);
        Instant ended = instant(row, "ended_at");
        return new AgentCall(
                call.id(),
                call.inbound(),
                call.customerId(),
                row.getString("customer_name"),
                call.caseNumber(),
                call.number(),
                call.agent(),
                call.place(),
                call.state(),
                call.consulting() ? new Consultation(call.consultedName(), call.consultUp()) : null,
                call.recording() != null,
                call.beganAt(),
                call.talkingAt(),
                ended,
                row.getString("outcome"),
                ended == null ? problems.apply(call.account()) : null);
    }

    private static CallRow row(ResultSet row, int number) throws SQLException {
        return new CallRow(
                row.getObject("id", UUID.class),
                row.getString("account"),
                row.getBoolean("inbound"),
                row.getObject("customer_id", UUID.class),
                row.getString("case_number"),
                row.getString("number"),
                row.getString("purpose"),
                row.getString("call"),
                row.getString("agent"),
                row.getString("place"),
                row.getObject("leg", UUID.class),
                row.getString("leg_call"),
                CallState.valueOf(row.getString("state")),
                row.getString("consulted"),
                row.getString("consult_at"),
                row.getObject("consult_leg", UUID.class),
                row.getString("consult_call"),
                row.getBoolean("consult_up"),
                row.getString("recording"),
                instant(row, "began_at"),
                instant(row, "talking_at"));
    }

    private static Timestamp at(Instant moment) {
        return Timestamp.from(moment);
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        Timestamp at = row.getTimestamp(column);
        return at == null ? null : at.toInstant();
    }
}
