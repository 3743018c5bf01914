package io.parcours.connector.web;

import com.fasterxml.jackson.databind.JsonNode;
import io.parcours.conversation.Storable;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.LongFunction;

/** Reads single fields of a webhook, whatever somebody put there. */
public final class Fields {

    private static final int LONGEST = 500;
    private static final int LONGEST_ADDRESS = 2_000;
    private static final Duration AHEAD = Duration.ofMinutes(5);

    private Fields() {}

    /** What people wrote; empty where it is no text. */
    public static String text(JsonNode node, String field) {
        return text(node.path(field));
    }

    private static String text(JsonNode value) {
        return value.isValueNode() && !value.isNull() ? storable(value.asText()) : "";
    }

    /** An id, a name, a type: of bearable length. */
    public static Optional<String> word(JsonNode node, String field) {
        return word(node.path(field));
    }

    /** The same of a value that stands in no field. */
    public static Optional<String> word(JsonNode value) {
        String text = text(value).strip();
        return text.isEmpty() || text.length() > LONGEST ? Optional.empty() : Optional.of(text);
    }

    /** An address on the web, which may be long: those of files carry their own right to be read. */
    public static Optional<String> address(JsonNode node, String field) {
        String text = text(node, field).strip();
        return text.isEmpty() || text.length() > LONGEST_ADDRESS ? Optional.empty() : Optional.of(text);
    }

    /** Seconds since 1970, as Meta writes them; now where they are missing, unreadable or in the future. */
    public static Instant time(JsonNode node, String field, Instant now) {
        return told(node, field, Instant::ofEpochSecond, now);
    }

    /** The same in milliseconds. */
    public static Instant millis(JsonNode node, String field, Instant now) {
        return told(node, field, Instant::ofEpochMilli, now);
    }

    private static Instant told(JsonNode node, String field, LongFunction<Instant> unit, Instant now) {
        try {
            Instant told = unit.apply(Long.parseLong(text(node, field)));
            return told.isBefore(Instant.EPOCH) || told.isAfter(now.plus(AHEAD)) ? now : told;
        } catch (RuntimeException noTime) {
            return now;
        }
    }

    /** PostgreSQL keeps neither a NUL nor half of a surrogate pair; JSON can hold both. */
    public static String storable(String text) {
        return Storable.text(text);
    }
}
