package io.parcours.connector.operatordata;

import io.parcours.operatordata.Field;
import java.math.BigDecimal;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Calendar;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TimeZone;

/** Values on their way into places of a prepared statement, and out of columns. */
final class SqlValues {

    /** What a journey keeps of a text; the engine's variables end at 4,000. */
    static final int LONGEST_TEXT = 2_000;

    private SqlValues() {}

    static void bind(PreparedStatement statement, Described operation, Map<String, Object> values, String key)
            throws SQLException {
        int place = 1;
        for (String name : operation.statement().places()) {
            bind(statement, place++, name.equals(OperationCheck.KEY) ? key : values.get(name), operation, name);
        }
    }

    private static void bind(PreparedStatement statement, int place, Object value, Described operation, String name)
            throws SQLException {
        if (value == null) {
            statement.setNull(place, type(operation, name));
        } else if (value instanceof Long number) {
            statement.setLong(place, number);
        } else if (value instanceof BigDecimal amount) {
            statement.setBigDecimal(place, amount);
        } else if (value instanceof LocalDate day) {
            statement.setObject(place, day);
        } else if (value instanceof Instant moment) {
            statement.setObject(place, moment.atOffset(ZoneOffset.UTC));
        } else if (value instanceof Boolean flag) {
            statement.setBoolean(place, flag);
        } else {
            statement.setString(place, value.toString());
        }
    }

    private static int type(Described operation, String name) {
        return operation.operation().parameters().stream()
                .filter(each -> each.name().equals(name))
                .findFirst()
                .map(each -> switch (each.type()) {
                    case MSISDN, TEXT, ID -> Types.VARCHAR;
                    case NUMBER -> Types.BIGINT;
                    case AMOUNT -> Types.NUMERIC;
                    case DATE -> Types.DATE;
                    case MOMENT -> Types.TIMESTAMP_WITH_TIMEZONE;
                    case FLAG -> Types.BOOLEAN;
                })
                .orElse(Types.VARCHAR);
    }

    static List<Map<String, Object>> rows(ResultSet rows, Described operation) throws SQLException {
        List<Map<String, Object>> all = new ArrayList<>();
        while (rows.next()) {
            Map<String, Object> row = new LinkedHashMap<>();
            List<Field> fields = operation.operation().fields();
            for (int i = 0; i < fields.size(); i++) {
                row.put(fields.get(i).name(), value(rows, operation.columns().get(i), fields.get(i)));
            }
            all.add(row);
        }
        return all;
    }

    private static Object value(ResultSet row, String column, Field field) throws SQLException {
        return switch (field.type()) {
            case MSISDN, TEXT, ID -> cut(row.getString(column));
            case NUMBER -> present(row, row.getLong(column));
            case AMOUNT -> row.getBigDecimal(column);
            case DATE -> day(row.getDate(column));
            case MOMENT -> moment(row.getTimestamp(column, Calendar.getInstance(TimeZone.getTimeZone("UTC"))));
            case FLAG -> present(row, row.getBoolean(column));
        };
    }

    static String cut(String text) {
        return text == null || text.length() <= LONGEST_TEXT ? text : text.substring(0, LONGEST_TEXT);
    }

    private static Object present(ResultSet row, Object value) throws SQLException {
        return row.wasNull() ? null : value;
    }

    private static LocalDate day(java.sql.Date date) {
        return date == null ? null : date.toLocalDate();
    }

    private static Instant moment(Timestamp timestamp) {
        return timestamp == null ? null : timestamp.toInstant();
    }
}
