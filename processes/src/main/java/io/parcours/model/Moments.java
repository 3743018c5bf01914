package io.parcours.model;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.GregorianCalendar;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.xml.datatype.DatatypeFactory;

/** Dates, durations and cycles in ISO 8601, as far as the engine understands them. */
final class Moments {

    private static final int LONGEST = 60;
    private static final long SHORTEST_CYCLE = 60_000;
    private static final Pattern REPETITION = Pattern.compile("R\\d{0,4}");
    private static final Pattern DURATION = Pattern.compile("P(\\d{1,5}[YMD]){0,3}(T(\\d{1,6}[HMS]){1,3})?");

    private Moments() {}

    static boolean isDuration(String text) {
        return text.length() <= LONGEST
                && DURATION.matcher(text).matches()
                && reads(text, each -> DatatypeFactory.newDefaultInstance().newDuration(each));
    }

    static boolean isDate(String text) {
        return text.length() <= LONGEST
                && (reads(text, OffsetDateTime::parse)
                        || reads(text, LocalDateTime::parse)
                        || reads(text, LocalDate::parse));
    }

    /** {@code R3/PT10M}, also between or after a date. */
    static boolean isCycle(String text) {
        String[] parts = text.split("/", -1);
        if (parts.length < 2
                || parts.length > 3
                || !REPETITION.matcher(parts[0]).matches()) {
            return false;
        }
        return parts.length == 2
                ? isDuration(parts[1])
                : isDate(parts[1]) && isDuration(parts[2]) || isDuration(parts[1]) && isDate(parts[2]);
    }

    /** A cycle that leaves the engine time for other work. */
    static boolean isTimerCycle(String text) {
        return isCycle(text)
                && Stream.of(text.split("/"))
                        .filter(Moments::isDuration)
                        .map(DatatypeFactory.newDefaultInstance()::newDuration)
                        .allMatch(each -> each.getTimeInMillis(new GregorianCalendar()) >= SHORTEST_CYCLE);
    }

    private static boolean reads(String text, Consumer<String> reader) {
        try {
            reader.accept(text);
            return true;
        } catch (DateTimeParseException | IllegalArgumentException other) {
            return false;
        }
    }
}
