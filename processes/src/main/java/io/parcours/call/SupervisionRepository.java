package io.parcours.call;

import io.parcours.telephony.Supervision;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class SupervisionRepository {

    private final JdbcClient jdbc;

    SupervisionRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    record Row(UUID id, UUID callId, String supervisor, Supervision how, String legCall, boolean up, Instant beganAt) {}

    /** @throws org.springframework.dao.DuplicateKeyException where the supervisor takes part in a call already */
    void insert(UUID id, UUID callId, String supervisor, Supervision how, Instant now) {
        jdbc.sql("insert into call_supervision (id, call_id, supervisor, how, began_at) values (?, ?, ?, ?, ?)")
                .params(id, callId, supervisor, how.name(), Timestamp.from(now))
                .update();
    }

    void known(UUID id, String legCall) {
        jdbc.sql("update call_supervision set leg_call = ? where id = ?")
                .params(legCall, id)
                .update();
    }

    /** @return whether it goes on */
    boolean there(UUID id) {
        return jdbc.sql("update call_supervision set up = true where id = ? and ended_at is null")
                        .param(id)
                        .update()
                == 1;
    }

    /** @return empty where it is over already */
    Optional<Row> end(UUID id, Instant now) {
        return jdbc.sql("update call_supervision set ended_at = ? where id = ? and ended_at is null returning *")
                .params(Timestamp.from(now), id)
                .query(SupervisionRepository::row)
                .optional();
    }

    void endAll() {
        jdbc.sql("update call_supervision set ended_at = now() where ended_at is null")
                .update();
    }

    List<Row> open() {
        return jdbc.sql("select * from call_supervision where ended_at is null order by began_at")
                .query(SupervisionRepository::row)
                .list();
    }

    private static Row row(ResultSet row, int number) throws SQLException {
        return new Row(
                row.getObject("id", UUID.class),
                row.getObject("call_id", UUID.class),
                row.getString("supervisor"),
                Supervision.valueOf(row.getString("how")),
                row.getString("leg_call"),
                row.getBoolean("up"),
                row.getTimestamp("began_at").toInstant());
    }
}
