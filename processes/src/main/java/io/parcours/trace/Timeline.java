package io.parcours.trace;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Reads the facts back as a customer's or a case's timeline. */
@Component
@Transactional(readOnly = true)
public class Timeline {

    private static final String COLUMNS =
            "select id, at, kind, case_number, activity, name, actor, detail::text as detail from fact where ";
    /** What was noted of a record that was merged into this one is this customer's. */
    private static final String THEIRS =
            "any (array(select :key::uuid union all select id from customer where merged_into = :key))";
    /**
     * What was noted in a case goes with the case: where records were merged and separated, it is another customer's than then. What
     * the model alone did was noted of nobody, and is no act of a customer's.
     */
    private static final String OF_CUSTOMER = """
            (customer_id = %1$s and not exists (select from journey_case k where k.tenant_id = fact.tenant_id
                and k.case_number = fact.case_number and not k.customer_id = %1$s)
            or customer_id is not null and tenant_id = parcours_tenant() and case_number = any (array(
                select case_number from journey_case where customer_id = %1$s)))""".formatted(THEIRS);
    /** Steps of the model that tell a person nothing, and what screens looked up by themselves: they are for reports. */
    private static final String READABLE = " and kind not in ('activityPassed', 'operatorConsulted') ";

    private final JdbcClient jdbc;
    private final ObjectMapper json;

    Timeline(JdbcClient jdbc, ObjectMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    /** The customer's latest entries, oldest first. */
    public List<TimelineEntry> ofCustomer(UUID customerId, int limit) {
        return jdbc.sql(latest(OF_CUSTOMER, READABLE))
                .param("key", customerId)
                .param("limit", limit)
                .query(this::entry)
                .list();
    }

    /** The case's latest entries, oldest first. */
    public List<TimelineEntry> ofCase(String caseNumber, int limit) {
        return jdbc.sql(latest("tenant_id = parcours_tenant() and case_number = :key", READABLE))
                .param("key", caseNumber)
                .param("limit", limit)
                .query(this::entry)
                .list();
    }

    /** The ids of the model's elements that the case has passed, in order, repeated where it came by again. */
    public List<String> walked(String caseNumber) {
        return jdbc.sql("select activity from fact where tenant_id = parcours_tenant() and case_number = :key"
                        + " and activity is not null order by at, id")
                .param("key", caseNumber)
                .query(String.class)
                .list();
    }

    private static String latest(String where, String kinds) {
        return "select * from (" + COLUMNS + where + kinds
                + " order by at desc, id desc limit :limit) f order by at, id";
    }

    private TimelineEntry entry(ResultSet row, int number) throws SQLException {
        return new TimelineEntry(
                row.getLong("id"),
                row.getTimestamp("at").toInstant(),
                row.getString("kind"),
                row.getString("case_number"),
                row.getString("activity"),
                row.getString("name"),
                row.getString("actor"),
                detail(row.getString("detail")));
    }

    private Map<String, Object> detail(String text) {
        try {
            return text == null ? Map.of() : json.readValue(text, new TypeReference<>() {});
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A fact's detail is JSON", e);
        }
    }
}
