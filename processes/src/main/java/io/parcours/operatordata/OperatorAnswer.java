package io.parcours.operatordata;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a system told.
 *
 * @param rows the fields of each row by their names, each of its type or null: at most one row unless the operation is a list
 * @param asOf when the system told it: earlier than now where the answer was kept
 */
public record OperatorAnswer(List<Map<String, Object>> rows, Instant asOf) {

    public OperatorAnswer {
        rows = List.copyOf(rows);
    }

    public Optional<Map<String, Object>> first() {
        return rows.stream().findFirst();
    }

    /** A subscriber's data, which belong in no log. */
    @Override
    public String toString() {
        return "OperatorAnswer[" + rows.size() + " rows as of " + asOf + "]";
    }
}
