package io.parcours.form;

import java.math.BigDecimal;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

/** A condition of a form: fields compared with literals, joined by {@code and} and {@code or}. */
interface Condition {

    Condition NEVER = new AnyOf(List.of());
    Condition ALWAYS = new AllOf(List.of());

    /** @param values the value of a field, null where it is empty or hidden */
    boolean holds(Function<String, Object> values);

    Stream<Comparison> comparisons();

    record Comparison(String field, boolean equal, Object literal) implements Condition {

        @Override
        public boolean holds(Function<String, Object> values) {
            return same(values.apply(field)) == equal;
        }

        private boolean same(Object value) {
            if (value instanceof Number number && literal instanceof BigDecimal expected) {
                return new BigDecimal(number.toString()).compareTo(expected) == 0;
            }
            return value == null ? literal == null : value.equals(literal);
        }

        @Override
        public Stream<Comparison> comparisons() {
            return Stream.of(this);
        }
    }

    record AllOf(List<Condition> parts) implements Condition {

        @Override
        public boolean holds(Function<String, Object> values) {
            return parts.stream().allMatch(part -> part.holds(values));
        }

        @Override
        public Stream<Comparison> comparisons() {
            return parts.stream().flatMap(Condition::comparisons);
        }
    }

    record AnyOf(List<Condition> parts) implements Condition {

        @Override
        public boolean holds(Function<String, Object> values) {
            return parts.stream().anyMatch(part -> part.holds(values));
        }

        @Override
        public Stream<Comparison> comparisons() {
            return parts.stream().flatMap(Condition::comparisons);
        }
    }
}
