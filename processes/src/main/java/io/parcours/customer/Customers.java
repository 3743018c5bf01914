package io.parcours.customer;

import io.parcours.decisions.PayerQuality;
import io.parcours.language.Language;
import java.sql.Array;
import java.sql.Date;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The customers and prospects of the operator in force. */
@Component
@Transactional(readOnly = true)
public class Customers {

    /** Everything about a customer in one look: journeys ask for it at every message. */
    private static final String FIND = """
            select c.*, p.channels, p.addresses, l.msisdns, l.offers, l.statuses, l.starts from customer c,
            lateral (select array_agg(channel order by channel, address) as channels,
                            array_agg(address order by channel, address) as addresses
                     from contact_point where customer_id = c.id) p,
            lateral (select array_agg(msisdn order by since) as msisdns, array_agg(offer order by since) as offers,
                            array_agg(status order by since) as statuses, array_agg(since order by since) as starts
                     from line where customer_id = c.id) l
            where c.id = coalesce((select m.merged_into from customer m where m.id = :id), :id)
            """;

    private final JdbcClient jdbc;

    Customers(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** By name, telephone number in any spelling, account number or case number; the best known first. */
    public List<CustomerSummary> search(String text, int limit) {
        String words = text.strip();
        String digits = words.replaceAll("\\D", "");
        return jdbc.sql("""
                        select c.id, concat_ws(' ', c.first_name, c.last_name) as name, c.segment, c.kind,
                               (select min(p.address) from contact_point p where p.customer_id = c.id) as msisdn,
                               (select count(*) from complaint k where k.customer_id = c.id and k.closed_at is null) as open
                        from customer c
                        where c.merged_into is null and (unaccent(lower(concat_ws(' ', c.first_name, c.last_name, c.first_name)))
                                  like '%' || unaccent(lower(:words)) || '%'
                           or (length(:digits) >= 4 and exists (select 1 from contact_point p
                               where p.customer_id = c.id and p.address like '%' || :digits || '%'))
                           or c.account_number = :digits
                           or exists (select 1 from journey_case j
                               where j.customer_id = c.id and j.case_number = upper(:words)))
                        order by c.kind, name limit :limit
                        """)
                .param("words", words)
                .param("digits", digits)
                .param("limit", limit)
                .query(Customers::summary)
                .list();
    }

    /** One that was merged into another is that other one. */
    public Optional<Customer> find(UUID id) {
        return jdbc.sql(FIND).param("id", id).query(Customers::customer).optional();
    }

    /** Whose account number this is; one that was merged into another is that other one. */
    public Optional<UUID> withAccountNumber(String digits) {
        return jdbc.sql("select coalesce(merged_into, id) from customer where tenant_id = parcours_tenant()"
                        + " and account_number = ?")
                .param(digits)
                .query(UUID.class)
                .optional();
    }

    /** Who can be reached there. */
    public Optional<UUID> at(ContactPoint point) {
        return jdbc.sql("select customer_id from contact_point where tenant_id = parcours_tenant() and channel = ?"
                        + " and address = ?")
                .params(point.channel(), point.address())
                .query(UUID.class)
                .optional();
    }

    /**
     * Who can be reached at these points, all of one person: a customer of the base before a prospect, of prospects the one
     * who has been here longest, and else in the order of the points. They can be reached at the others too from now on, but
     * for what another customer of the base has. Somebody unknown becomes a prospect, once however many messages arrive at one
     * moment.
     *
     * @param name what an unknown person is called; null where not told
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public Recognised recognise(List<ContactPoint> points, String name) {
        List<Owned> known = owned(points);
        if (known.isEmpty()) {
            points.stream().map(ContactPoint::address).distinct().sorted().forEach(this::lock);
            known = owned(points);
        }
        if (known.isEmpty()) {
            return new Recognised(openProspect(points, name), false);
        }
        UUID id = known.get(0).customerId();
        List<ContactPoint> settled = known.stream()
                .filter(owned -> owned.customerId().equals(id) || !owned.prospect())
                .map(Owned::point)
                .toList();
        points.stream().filter(point -> !settled.contains(point)).forEach(point -> reachedAt(id, point));
        return new Recognised(id, true);
    }

    /**
     * This customer can be reached there too, on our own word. What a customer of the base has stays theirs: an invitation may
     * have been passed on to somebody.
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void reachedAlso(UUID customerId, ContactPoint point) {
        jdbc.sql("""
                        insert into contact_point (channel, address, customer_id)
                        select ?, ?, c.id from customer c where c.id = ?
                        on conflict (tenant_id, channel, address) do update set customer_id = excluded.customer_id
                        where exists (select 1 from customer o where o.id = contact_point.customer_id and o.kind = 'prospect')
                        """).params(point.channel(), point.address(), customerId).update();
    }

    /** @param known whether the customer was known before */
    public record Recognised(UUID customerId, boolean known) {}

    private record Owned(ContactPoint point, UUID customerId, boolean prospect) {}

    /** Those of the points that somebody has; those of prospects last. */
    private List<Owned> owned(List<ContactPoint> points) {
        return jdbc.sql("""
                        select p.channel, p.address, p.customer_id, c.kind
                        from unnest(?::text[], ?::text[]) with ordinality as w (channel, address, position)
                        join contact_point p on p.tenant_id = parcours_tenant() and p.channel = w.channel
                             and p.address = w.address
                        join customer c on c.id = p.customer_id
                        order by c.kind = 'prospect', case when c.kind = 'prospect' then c.created_at end, w.position
                        """)
                .params(channels(points), addresses(points))
                .query((row, number) -> new Owned(
                        new ContactPoint(row.getString("channel"), row.getString("address")),
                        row.getObject("customer_id", UUID.class),
                        "prospect".equals(row.getString("kind"))))
                .list();
    }

    /** An address that was a stranger's is this customer's from now on. */
    private void reachedAt(UUID customerId, ContactPoint point) {
        jdbc.sql("""
                        insert into contact_point (channel, address, customer_id) values (?, ?, ?)
                        on conflict (tenant_id, channel, address) do update set customer_id = excluded.customer_id
                        """).params(point.channel(), point.address(), customerId).update();
    }

    private void lock(String address) {
        jdbc.sql("select pg_advisory_xact_lock(hashtextextended(parcours_tenant() || ?, 0))")
                .param(address)
                .query((row, number) -> 0)
                .single();
    }

    private UUID openProspect(List<ContactPoint> points, String name) {
        return jdbc.sql("""
                        with prospect as (
                            insert into customer (kind, preferred_channel, last_name) values ('prospect', ?, ?) returning id),
                        reached as (
                            insert into contact_point (channel, address, customer_id)
                            select w.channel, w.address, prospect.id
                            from prospect, unnest(?::text[], ?::text[]) as w (channel, address))
                        select id from prospect
                        """)
                .params(points.get(0).channel(), name, channels(points), addresses(points))
                .query(UUID.class)
                .single();
    }

    private static String[] channels(List<ContactPoint> points) {
        return points.stream().map(ContactPoint::channel).toArray(String[]::new);
    }

    private static String[] addresses(List<ContactPoint> points) {
        return points.stream().map(ContactPoint::address).toArray(String[]::new);
    }

    private static List<ContactPoint> contactPoints(ResultSet row) throws SQLException {
        String[] channels = texts(row, "channels");
        String[] addresses = texts(row, "addresses");
        return IntStream.range(0, channels.length)
                .mapToObj(i -> new ContactPoint(channels[i], addresses[i]))
                .toList();
    }

    private static List<Line> lines(ResultSet row) throws SQLException {
        String[] msisdns = texts(row, "msisdns");
        String[] offers = texts(row, "offers");
        String[] statuses = texts(row, "statuses");
        Date[] starts = (Date[]) array(row, "starts", new Date[0]);
        return IntStream.range(0, msisdns.length)
                .mapToObj(i -> new Line(msisdns[i], offers[i], statuses[i], starts[i].toLocalDate()))
                .toList();
    }

    private static String[] texts(ResultSet row, String column) throws SQLException {
        return (String[]) array(row, column, new String[0]);
    }

    private static Object array(ResultSet row, String column, Object none) throws SQLException {
        Array values = row.getArray(column);
        return values == null ? none : values.getArray();
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

    private static Customer customer(ResultSet row, int number) throws SQLException {
        String quality = row.getString("payer_quality");
        return new Customer(
                row.getObject("id", UUID.class),
                row.getString("kind"),
                row.getString("first_name"),
                row.getString("last_name"),
                row.getString("segment"),
                Language.of(row.getString("language")).orElse(null),
                date(row, "since"),
                date(row, "birth_date"),
                quality == null ? null : PayerQuality.valueOf(quality),
                row.getBigDecimal("balance"),
                row.getString("preferred_channel"),
                row.getString("account_number"),
                contactPoints(row),
                lines(row));
    }

    private static LocalDate date(ResultSet row, String column) throws SQLException {
        Date value = row.getDate(column);
        return value == null ? null : value.toLocalDate();
    }
}
