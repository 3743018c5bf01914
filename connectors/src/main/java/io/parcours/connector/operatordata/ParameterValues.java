package io.parcours.connector.operatordata;

import io.parcours.operatordata.OperationRefused;
import io.parcours.operatordata.Parameter;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;

/** Reads what somebody gave as the parameters' types, and refuses what is none of them or out of bounds. */
final class ParameterValues {

    private static final Pattern MSISDN = Pattern.compile("\\+[1-9]\\d{6,14}");
    private static final Pattern NUMBER = Pattern.compile("-?\\d{1,18}");
    private static final Pattern AMOUNT = Pattern.compile("-?\\d{1,15}([.,]\\d{1,4})?");
    private static final Pattern ID = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._:/-]{0,63}");
    private static final int LONGEST_TEXT = 500;

    private ParameterValues() {}

    /**
     * @return every parameter of the operation, null where it was not given and need not be
     * @throws OperationRefused naming the parameter, never its value
     */
    static Map<String, Object> read(Described described, Map<String, ?> given) {
        for (String name : given.keySet()) {
            if (!described.operation().takes(name)) {
                throw new OperationRefused("unknown-parameter", name);
            }
        }
        Map<String, Object> values = new LinkedHashMap<>();
        for (Parameter parameter : described.operation().parameters()) {
            Object value = read(parameter, given.get(parameter.name()));
            boolean digits = value != null && described.withoutPlus().contains(parameter.name());
            values.put(parameter.name(), digits ? value.toString().substring(1) : value);
        }
        return values;
    }

    private static Object read(Parameter parameter, Object given) {
        if (given == null || given.toString().isBlank()) {
            if (parameter.required()) {
                throw new OperationRefused("missing", parameter.name());
            }
            return null;
        }
        try {
            return bounded(parameter, typed(parameter, given));
        } catch (DateTimeException | ArithmeticException | NumberFormatException wrong) {
            throw refused(parameter);
        }
    }

    private static Object typed(Parameter parameter, Object given) {
        String text = given.toString().strip();
        return switch (parameter.type()) {
            case MSISDN -> matching(parameter, MSISDN, text.replaceAll("[ .-]", ""));
            case TEXT -> text(parameter, text);
            case ID -> matching(parameter, ID, text);
            case NUMBER ->
                given instanceof Number number
                        ? new BigDecimal(number.toString()).longValueExact()
                        : Long.parseLong(matching(parameter, NUMBER, text));
            case AMOUNT ->
                given instanceof Number number
                        ? new BigDecimal(number.toString())
                        : new BigDecimal(matching(parameter, AMOUNT, text).replace(',', '.'));
            case DATE -> given instanceof LocalDate day ? day : LocalDate.parse(text);
            case MOMENT -> given instanceof Date date ? date.toInstant() : Instant.parse(text);
            case FLAG -> flag(parameter, text);
        };
    }

    private static String matching(Parameter parameter, Pattern pattern, String text) {
        if (!pattern.matcher(text).matches()) {
            throw refused(parameter);
        }
        return text;
    }

    private static String text(Parameter parameter, String text) {
        boolean control = text.chars().anyMatch(c -> Character.isISOControl(c) && c != '\n' && c != '\t');
        if (control || text.length() > LONGEST_TEXT) {
            throw refused(parameter);
        }
        return text;
    }

    private static Boolean flag(Parameter parameter, String text) {
        if (!text.equals("true") && !text.equals("false")) {
            throw refused(parameter);
        }
        return Boolean.valueOf(text);
    }

    private static Object bounded(Parameter parameter, Object value) {
        BigDecimal size = value instanceof Long number
                ? BigDecimal.valueOf(number)
                : value instanceof BigDecimal amount
                        ? amount
                        : value instanceof String text ? BigDecimal.valueOf(text.length()) : null;
        boolean small = size != null && parameter.least() != null && size.compareTo(parameter.least()) < 0;
        boolean large = size != null && parameter.most() != null && size.compareTo(parameter.most()) > 0;
        if (small || large) {
            throw new OperationRefused("out-of-bounds", parameter.name());
        }
        return value;
    }

    private static OperationRefused refused(Parameter parameter) {
        return new OperationRefused(
                "not-a-" + parameter.type().name().toLowerCase(java.util.Locale.ROOT), parameter.name());
    }
}
