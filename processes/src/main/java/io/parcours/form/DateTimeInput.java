package io.parcours.form;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.OffsetTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.time.temporal.ChronoField;
import java.time.temporal.TemporalAccessor;
import java.util.Locale;
import java.util.Map;

/**
 * A date, a time or both, as a {@code java.time} value; with an offset where the form asks for one.
 *
 * @param interval the minutes from one time that can be chosen to the next
 */
record DateTimeInput(Kind kind, Zone zone, int interval) implements Input {

    enum Kind {
        DATE("uuuu-MM-dd"),
        TIME("HH:mm"),
        DATETIME("uuuu-MM-dd'T'HH:mm");

        private final String pattern;

        Kind(String pattern) {
            this.pattern = pattern;
        }
    }

    enum Zone {
        NO_TIMEZONE(""),
        UTC_OFFSET("xxx"),
        UTC_NORMALIZED("'Z'");

        private final String pattern;

        Zone(String pattern) {
            this.pattern = pattern;
        }
    }

    @Override
    public Object read(Object raw, Map<String, Object> shown) throws Refusal {
        if (raw == null || "".equals(raw)) {
            return null;
        }
        try {
            if (raw instanceof String text && Character.isDigit(text.charAt(0))) {
                return onInterval(typed(formatter().parse(text)));
            }
        } catch (DateTimeException e) {
            // Told below.
        }
        throw Refusal.type(kind.name().toLowerCase(Locale.ROOT));
    }

    private DateTimeFormatter formatter() {
        String pattern = kind == Kind.DATE ? kind.pattern : kind.pattern + zone.pattern;
        return DateTimeFormatter.ofPattern(pattern).withResolverStyle(ResolverStyle.STRICT);
    }

    private TemporalAccessor typed(TemporalAccessor parsed) {
        if (kind == Kind.DATE) {
            return LocalDate.from(parsed);
        }
        if (kind == Kind.TIME) {
            LocalTime time = LocalTime.from(parsed);
            return zone == Zone.NO_TIMEZONE ? time : OffsetTime.of(time, offset(parsed));
        }
        LocalDateTime moment = LocalDateTime.from(parsed);
        return zone == Zone.NO_TIMEZONE ? moment : OffsetDateTime.of(moment, offset(parsed));
    }

    private ZoneOffset offset(TemporalAccessor parsed) {
        return zone == Zone.UTC_NORMALIZED ? ZoneOffset.UTC : ZoneOffset.from(parsed);
    }

    private Object onInterval(TemporalAccessor value) throws Refusal {
        if (kind != Kind.DATE && value.get(ChronoField.MINUTE_OF_DAY) % interval != 0) {
            throw Refusal.of(FieldError.NOT_AN_OPTION);
        }
        return value;
    }
}
