package io.parcours.form;

import java.util.List;
import java.util.Map;

/**
 * A text field or text area.
 *
 * @param maxLength in code points, like {@code minLength}; spaces at either end do not count
 */
record TextInput(boolean multiline, int minLength, int maxLength, List<BoundedPattern> patterns) implements Input {

    private static final int ZERO_WIDTH_SPACE = 0x200B;
    private static final int BYTE_ORDER_MARK = 0xFEFF;

    @Override
    public Object read(Object raw, Map<String, Object> shown) throws Refusal {
        if (raw == null) {
            return null;
        }
        if (!(raw instanceof String submitted)) {
            throw Refusal.type("text");
        }
        String text = strip(submitted.replace("\r\n", "\n"));
        if (text.isEmpty()) {
            return null;
        }
        checkLength(text.codePointCount(0, text.length()));
        if (!text.codePoints().allMatch(this::allowed)) {
            throw Refusal.of(FieldError.CHARACTERS);
        }
        if (!patterns.stream().allMatch(pattern -> pattern.occursIn(text))) {
            throw Refusal.of(FieldError.PATTERN);
        }
        return text;
    }

    private void checkLength(int length) throws Refusal {
        if (length > maxLength) {
            throw new Refusal(FieldError.TOO_LONG, Map.of("max", maxLength, "length", length));
        }
        if (length < minLength) {
            throw new Refusal(FieldError.TOO_SHORT, Map.of("min", minLength, "length", length));
        }
    }

    private boolean allowed(int c) {
        if (c == '\n' || c == '\t') {
            return multiline;
        }
        // A half of a surrogate pair cannot be stored: it has no UTF-8 form.
        return !Character.isISOControl(c) && Character.getType(c) != Character.SURROGATE;
    }

    /** Takes off what nobody sees at either end, so that a text of no-break spaces does not count as an answer. */
    static String strip(String text) {
        int start = 0;
        int end = text.length();
        while (start < end && invisible(text.charAt(start))) {
            start++;
        }
        while (end > start && invisible(text.charAt(end - 1))) {
            end--;
        }
        return text.substring(start, end);
    }

    private static boolean invisible(char c) {
        return Character.isWhitespace(c) || Character.isSpaceChar(c) || c == ZERO_WIDTH_SPACE || c == BYTE_ORDER_MARK;
    }
}
