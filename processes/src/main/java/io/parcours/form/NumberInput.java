package io.parcours.form;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Map;

/**
 * A number: a {@link Long} where the form allows no decimals, otherwise a {@link BigDecimal}.
 *
 * @param decimals how many decimals at most, or null for any number of them
 * @param min null where there is none, like {@code max}
 */
record NumberInput(Integer decimals, Bound min, Bound max) implements Input {

    private static final int MAX_BITS = 128;
    private static final int MAX_SCALE = 30;
    private static final BigDecimal LARGEST = BigDecimal.valueOf(1_000_000_000_000_000L);

    @Override
    public Object read(Object raw, Map<String, Object> shown) throws Refusal {
        if (raw == null) {
            return null;
        }
        BigDecimal number = exact(raw);
        if (decimals != null && number.scale() > decimals) {
            throw new Refusal(FieldError.DECIMALS, Map.of("max", decimals));
        }
        BigDecimal smallest = min == null ? LARGEST.negate() : min.in(shown).max(LARGEST.negate());
        if (number.compareTo(smallest) < 0) {
            throw new Refusal(FieldError.TOO_SMALL, Map.of("min", smallest));
        }
        BigDecimal largest = max == null ? LARGEST : max.in(shown).min(LARGEST);
        if (number.compareTo(largest) > 0) {
            throw new Refusal(FieldError.TOO_LARGE, Map.of("max", largest));
        }
        return decimals != null && decimals == 0 ? (Object) number.longValueExact() : number;
    }

    @Override
    public boolean comparableWith(Object literal) {
        return literal == null || literal instanceof BigDecimal;
    }

    /** The number without trailing zeros and without an exponent that could make arithmetic with it expensive. */
    static BigDecimal exact(Object raw) throws Refusal {
        BigDecimal number = decimal(raw);
        if (number.unscaledValue().bitLength() > MAX_BITS || Math.abs((long) number.scale()) > MAX_SCALE) {
            throw Refusal.type("number");
        }
        BigDecimal plain = number.stripTrailingZeros();
        return plain.scale() < 0 ? plain.setScale(0) : plain;
    }

    private static BigDecimal decimal(Object raw) throws Refusal {
        if (raw instanceof BigDecimal number) {
            return number;
        }
        if (raw instanceof BigInteger number) {
            return new BigDecimal(number);
        }
        if (raw instanceof Long || raw instanceof Integer || raw instanceof Short || raw instanceof Byte) {
            return BigDecimal.valueOf(((Number) raw).longValue());
        }
        if (raw instanceof Double || raw instanceof Float) {
            if (!Double.isFinite(((Number) raw).doubleValue())) {
                throw Refusal.type("number");
            }
            return new BigDecimal(raw.toString());
        }
        throw Refusal.type("number");
    }

    /** A limit: a constant, or the value of a field that the form only shows. */
    record Bound(BigDecimal constant, String field) {

        BigDecimal in(Map<String, Object> shown) throws Refusal {
            if (field == null) {
                return constant;
            }
            if (shown.get(field) == null) {
                throw new IllegalStateException("The form limits an answer by " + field + ", which it was not given");
            }
            return exact(shown.get(field));
        }
    }
}
