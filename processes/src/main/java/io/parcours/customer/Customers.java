package io.parcours.customer;

import io.parcours.decisions.PayerQuality;
import java.sql.Date;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The customers and prospects of the operator in force. */
@Component
@Transactional(readOnly = true)
public class Customers {

    private final JdbcClient jdbc;

    Customers(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** By name, telephone number in any spelling, or case number; the best known first. */
    public List<CustomerSummary> search(String text, int limit) {
        String words = text.strip();
        String digits = words.replaceAll("\\D", "");
        return jdbc.sql("""
                        select c.id, concat_ws(' ', c.first_name, c.last_name) as name, c.segment, c.kind,
                               (select min(p.address) from contact_point p where p.customer_id = c.id) as msisdn,
                               (select count(*) from complaint k where k.customer_id = c.id and k.closed_at is null) as open
                        from customer c
                        where unaccent(lower(concat_ws(' ', c.first_name, c.last_name, c.first_name)))
                                  like '%' || unaccent(lower(:words)) || '%'
                           or (length(:digits) >= 4 and exists (select 1 from contact_point p
                               where p.customer_id = c.id and p.address like '%' || :digits || '%'))
                           or exists (select 1 from journey_case j
                               where j.customer_id = c.id and j.case_number = upper(:words))
                        order by c.kind, name limit :limit
                        """)
                .param("words", words)
                .param("digits", digits)
                .param("limit", limit)
                .query(Customers::summary)
                .list();
    }

    public Optional<Customer> find(UUID id) {
        return jdbc.sql("select * from customer where id = ?")
                .param(id)
                .query((row, number) -> customer(row, contactPoints(id), lines(id)))
                .optional();
    }

    /** Who can be reached there. */
    public Optional<UUID> at(ContactPoint point) {
        return jdbc.sql("select customer_id from contact_point where channel = ? and address = ?")
                .params(point.channel(), point.address())
                .query(UUID.class)
                .optional();
    }

    /** Who can be reached there; somebody unknown becomes a prospect, once however many messages arrive at one moment. */
    @Transactional(propagation = Propagation.MANDATORY)
    public UUID atOrProspect(ContactPoint point) {
        return at(point).orElseGet(() -> {
            jdbc.sql("select pg_advisory_xact_lock(hashtextextended(parcours_tenant() || ?, 0))")
                    .param(point.channel() + point.address())
                    .query((row, number) -> 0)
                    .single();
            return at(point).orElseGet(() -> openProspect(point));
        });
    }

    private UUID openProspect(ContactPoint point) {
        UUID id = jdbc.sql("insert into customer (kind, preferred_channel) values ('prospect', ?) returning id")
                .param(point.channel())
                .query(UUID.class)
                .single();
        jdbc.sql("insert into contact_point (channel, address, customer_id) values (?, ?, ?)")
                .params(point.channel(), point.address(), id)
                .update();
        return id;
    }

    private List<ContactPoint> contactPoints(UUID id) {
        return jdbc.sql("select channel, address from contact_point where customer_id = ? order by channel, address")
                .param(id)
                .query((row, number) -> new ContactPoint(row.getString("channel"), row.getString("address")))
                .list();
    }

    private List<Line> lines(UUID id) {
        return jdbc.sql("select * from line where customer_id = ? order by since")
                .param(id)
                .query((row, number) -> new Line(
                        row.getString("msisdn"), row.getString("offer"), row.getString("status"), date(row, "since")))
                .list();
    }

    private static CustomerSummary summary(ResultSet row, int number) throws SQLException {
        String name = row.getString("name");
        String msisdn = row.getString("msisdn");
        return new CustomerSummary(
                row.getObject("id", UUID.class),
                name.isBlank() ? msisdn : name,
                msisdn,
                row.getString("segment"),
                "prospect".equals(row.getString("kind")),
                row.getInt("open"));
    }

    private static Customer customer(ResultSet row, List<ContactPoint> points, List<Line> lines) throws SQLException {
        String quality = row.getString("payer_quality");
        return new Customer(
                row.getObject("id", UUID.class),
                row.getString("kind"),
                row.getString("first_name"),
                row.getString("last_name"),
                row.getString("segment"),
                row.getString("language"),
                date(row, "since"),
                date(row, "birth_date"),
                quality == null ? null : PayerQuality.valueOf(quality),
                row.getBigDecimal("balance"),
                row.getString("preferred_channel"),
                points,
                lines);
    }

    private static LocalDate date(ResultSet row, String column) throws SQLException {
        Date value = row.getDate(column);
        return value == null ? null : value.toLocalDate();
    }
}
