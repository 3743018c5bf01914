package io.parcours.form;

import java.util.Collection;
import java.util.List;
import java.util.Map;

/** Bounds what a check has to look at, before it looks. */
final class SubmissionSize {

    private static final int MAX_FIELDS = 300;
    private static final int MAX_CHARACTERS = 200_000;
    private static final int MAX_ITEMS = 300;
    private static final int MAX_NAME = 60;

    private SubmissionSize() {}

    static void check(Map<String, Object> submission) {
        long characters = 0;
        if (submission.size() <= MAX_FIELDS) {
            for (Map.Entry<String, Object> entry : submission.entrySet()) {
                characters += length(entry.getKey()) + length(entry.getValue());
            }
        }
        if (submission.size() > MAX_FIELDS || characters > MAX_CHARACTERS) {
            throw new InvalidSubmission(List.of(new FieldError("", FieldError.TOO_BIG, Map.of())));
        }
    }

    private static long length(Object value) {
        if (value instanceof CharSequence text) {
            return text.length();
        }
        if (value instanceof Collection<?> items) {
            return items.size() > MAX_ITEMS
                    ? MAX_CHARACTERS + 1L
                    : items.stream()
                            .mapToLong(item -> item instanceof CharSequence text ? text.length() : 1)
                            .sum();
        }
        return 1;
    }

    /** A field name that somebody made up, fit for a log line. */
    static String shortened(String name) {
        String printable = String.valueOf(name).replaceAll("[^\\p{L}\\p{N}_.-]", "?");
        return printable.length() <= MAX_NAME ? printable : printable.substring(0, MAX_NAME);
    }
}
