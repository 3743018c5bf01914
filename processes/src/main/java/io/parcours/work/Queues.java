package io.parcours.work;

import io.parcours.engine.TaskRights;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The operator's queues and who works them. */
@Component
@Transactional(readOnly = true)
public class Queues implements TaskRights {

    private final JdbcClient jdbc;

    Queues(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public List<Queue> visibleTo(Collection<String> roles) {
        return jdbc.sql("select code, roles from queue order by code").query(Queues::queue).list().stream()
                .filter(queue -> !Collections.disjoint(queue.roles(), roles))
                .toList();
    }

    @Override
    public boolean mayWork(String queue, Set<String> roles) {
        return visibleTo(roles).stream().anyMatch(visible -> visible.code().equals(queue));
    }

    private static Queue queue(ResultSet row, int number) throws SQLException {
        Array roles = row.getArray("roles");
        return new Queue(row.getString("code"), Set.of((String[]) roles.getArray()));
    }
}
