package io.parcours.work;

import io.parcours.engine.CurrentUser;
import io.parcours.engine.NotAllowed;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The figures by which a supervisor steers: every queue of the operator, whoever works it (requirement 2.52). */
@Component
@Transactional(readOnly = true)
public class Steering {

    private final WorkFigures figures;
    private final JdbcClient jdbc;
    private final CurrentUser user;

    Steering(WorkFigures figures, JdbcClient jdbc, CurrentUser user) {
        this.figures = figures;
        this.jdbc = jdbc;
        this.user = user;
    }

    public List<QueueCount> counts() {
        return figures.counts(all());
    }

    public List<AgeCount> ages() {
        return figures.ages(all());
    }

    private String[] all() {
        if (!user.roles().contains("SUPERVISOR")) {
            throw new NotAllowed("*");
        }
        return jdbc.sql("select code from queue order by code")
                .query(String.class)
                .list()
                .toArray(String[]::new);
    }
}
