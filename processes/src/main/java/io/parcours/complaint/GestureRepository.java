package io.parcours.complaint;

import java.math.BigDecimal;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class GestureRepository {

    private final JdbcClient jdbc;

    GestureRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void grant(String caseNumber, UUID customerId, BigDecimal amount, String by, String approvedBy, Instant now) {
        jdbc.sql("insert into goodwill_gesture (case_number, customer_id, amount, granted_by, approved_by, granted_at)"
                        + " values (?, ?, ?, ?, ?, ?)")
                .params(caseNumber, customerId, amount, by, approvedBy, Timestamp.from(now))
                .update();
    }

    List<GoodwillGesture> of(UUID customerId) {
        return jdbc.sql("select * from goodwill_gesture where customer_id = ? order by granted_at desc")
                .param(customerId)
                .query((row, number) -> new GoodwillGesture(
                        row.getString("case_number"),
                        row.getBigDecimal("amount"),
                        row.getString("granted_by"),
                        row.getString("approved_by"),
                        row.getTimestamp("granted_at").toInstant()))
                .list();
    }
}
