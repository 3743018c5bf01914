package io.parcours.complaint;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class ComplaintRepository {

    /** In progress means that somebody has one of its tasks. */
    private static final String SELECT = """
            select k.*, case when k.status = 'OPEN' and exists (select 1 from work_item w
                                 where w.tenant_id = k.tenant_id and w.case_number = k.case_number and w.assignee is not null)
                             then 'IN_PROGRESS' else k.status end as shown_status
            from complaint k
            """;

    private static final String SIMILAR = """
            select k.case_number, k.description, k.resolution, k.status, k.opened_at,
                   ts_headline('parcours_fr', k.description || coalesce(' / ' || k.resolution, ''), q.query,
                               'StartSel=«, StopSel=», MaxFragments=2, MaxWords=18, MinWords=6') as excerpt
            from complaint k, (select %s as query) q
            where k.search @@ q.query and k.closed_at is not null and k.case_number <> :self
            order by ts_rank_cd(k.search, q.query) desc, k.opened_at desc limit :limit
            """;

    private final JdbcClient jdbc;

    ComplaintRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void open(String caseNumber, UUID customerId, String description, BigDecimal amount, Instant now) {
        jdbc.sql("insert into complaint (case_number, customer_id, description, amount, status, opened_at)"
                        + " values (?, ?, ?, ?, 'OPEN', ?)")
                .params(caseNumber, customerId, description, amount, Timestamp.from(now))
                .update();
    }

    void classify(String caseNumber, Motive motive) {
        update(
                "update complaint set motive = ?, type = ? where ",
                caseNumber,
                motive.name(),
                motive.type().name());
    }

    void describe(String caseNumber, String description, BigDecimal amount) {
        update(
                "update complaint set description = ?, amount = coalesce(?, amount) where ",
                caseNumber,
                description,
                amount);
    }

    void schedule(String caseNumber, int priority, String queue, Instant dueAt) {
        update(
                "update complaint set priority = ?, queue = ?, due_at = ? where ",
                caseNumber,
                priority,
                queue,
                Timestamp.from(dueAt));
    }

    void close(String caseNumber, ComplaintStatus status, String resolution, Instant now) {
        update(
                "update complaint set status = ?, resolution = ?, closed_at = ? where ",
                caseNumber,
                status.name(),
                resolution,
                Timestamp.from(now));
    }

    void reopen(String caseNumber) {
        update("update complaint set status = 'OPEN', reopened = true, closed_at = null where ", caseNumber);
    }

    private void update(String sql, String caseNumber, Object... values) {
        Object[] params = Arrays.copyOf(values, values.length + 1);
        params[values.length] = caseNumber;
        jdbc.sql(sql + "tenant_id = parcours_tenant() and case_number = ?")
                .params(params)
                .update();
    }

    Optional<Complaint> find(String caseNumber) {
        return jdbc.sql(SELECT + " where k.tenant_id = parcours_tenant() and k.case_number = ?")
                .param(caseNumber)
                .query(ComplaintRepository::complaint)
                .optional();
    }

    List<Complaint> of(UUID customerId) {
        return jdbc.sql(SELECT + " where k.customer_id = ? order by k.opened_at desc")
                .param(customerId)
                .query(ComplaintRepository::complaint)
                .list();
    }

    /** How many complaints of the motive the customer made before this one, since the given time. */
    int recurrence(UUID customerId, Motive motive, String self, Instant since) {
        return jdbc.sql("select count(*) from complaint where customer_id = ? and motive = ? and case_number <> ?"
                        + " and opened_at >= ?")
                .params(customerId, motive.name(), self, Timestamp.from(since))
                .query(Integer.class)
                .single();
    }

    /** Every word counts, in either language's stems; what matches more of them comes first. */
    List<SimilarComplaint> similarTo(String text, String self, int limit) {
        // Little words of either language are left out first: each means something to the other language's stems. Some
        // are
        // only found out by their stem: "les" is in no list, its stem "le" is.
        String anyWord = """
                (select replace((plainto_tsquery('parcours_fr', t.words) || plainto_tsquery('parcours_en', t.words))::text,
                                '&', '|')::tsquery
                 from (select coalesce(string_agg(w, ' '), '') as words
                       from regexp_split_to_table(lower(:text), '[^[:alnum:]]+') w
                       where w <> '' and ts_lexize('french_stem', (ts_lexize('french_stem', w))[1]) <> '{}'
                         and ts_lexize('english_stem', w) <> '{}') t)""";
        return jdbc.sql(SIMILAR.formatted(anyWord))
                .param("text", text)
                .param("self", self)
                .param("limit", limit)
                .query(ComplaintRepository::similar)
                .list();
    }

    /** As people type into a search field: words, "phrases", or, -without. */
    List<SimilarComplaint> search(String words, int limit) {
        return jdbc.sql(SIMILAR.formatted(
                        "websearch_to_tsquery('parcours_fr', :text) || websearch_to_tsquery('parcours_en', :text)"))
                .param("text", words)
                .param("self", "")
                .param("limit", limit)
                .query(ComplaintRepository::similar)
                .list();
    }

    private static SimilarComplaint similar(ResultSet row, int number) throws SQLException {
        return new SimilarComplaint(
                row.getString("case_number"),
                row.getString("description"),
                row.getString("resolution"),
                ComplaintStatus.valueOf(row.getString("status")),
                instant(row, "opened_at"),
                row.getString("excerpt"));
    }

    private static Complaint complaint(ResultSet row, int number) throws SQLException {
        String motive = row.getString("motive");
        return new Complaint(
                row.getString("case_number"),
                row.getObject("customer_id", UUID.class),
                motive == null ? null : Motive.valueOf(motive),
                motive == null ? null : ComplaintType.valueOf(row.getString("type")),
                row.getString("description"),
                row.getBigDecimal("amount"),
                ComplaintStatus.valueOf(row.getString("shown_status")),
                row.getObject("priority", Integer.class),
                row.getString("queue"),
                instant(row, "due_at"),
                instant(row, "opened_at"),
                instant(row, "closed_at"),
                row.getBoolean("reopened"),
                row.getString("resolution"));
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        Timestamp value = row.getTimestamp(column);
        return value == null ? null : value.toInstant();
    }
}
