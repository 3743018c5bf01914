package io.parcours.engine;

import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.time.Duration;
import java.util.Set;
import org.apache.commons.lang3.StringUtils;
import org.apache.commons.lang3.exception.ExceptionUtils;

/** A failure whose cause is the database being away, restarting or full: no fault of what was to be done. */
final class Outage {

    static final Duration PAUSE = Duration.ofSeconds(5);

    /** Of PostgreSQL's codes: connection lost, no resources (a full disk among them), operator intervention, system error. */
    private static final Set<String> CLASSES = Set.of("08", "53", "57", "58");

    /** Of the same classes, but about one statement: it was cancelled, for taking too long or by somebody. */
    private static final Set<String> OF_A_STATEMENT = Set.of("57014");

    private Outage() {}

    static boolean causes(Throwable failure) {
        return ExceptionUtils.getThrowableList(failure).stream().anyMatch(Outage::isOne);
    }

    private static boolean isOne(Throwable cause) {
        if (cause instanceof SQLTransientConnectionException) {
            return true;
        }
        String state = cause instanceof SQLException sql ? StringUtils.defaultString(sql.getSQLState()) : "";
        return CLASSES.contains(StringUtils.left(state, 2)) && !OF_A_STATEMENT.contains(state);
    }
}
