package io.parcours.form;

import java.util.Map;
import java.util.Set;

/**
 * Why one field of a submission was refused.
 *
 * @param field the key of the field; empty where the submission as a whole was refused
 * @param code one of {@link #CODES}; the screens have a text for each
 * @param arguments what the text names: {@code min}, {@code max}, {@code length}, {@code expected}
 */
public record FieldError(String field, String code, Map<String, Object> arguments) {

    public static final String REQUIRED = "required";
    public static final String UNKNOWN_FIELD = "unknownField";
    /** Not of the field's type; {@code expected} is one of text, number, boolean, choice, choices, date, time, datetime, object. */
    public static final String TYPE = "type";

    public static final String TOO_LONG = "tooLong";
    public static final String TOO_SHORT = "tooShort";
    public static final String TOO_SMALL = "tooSmall";
    public static final String TOO_LARGE = "tooLarge";
    /** More decimals than {@code max}. */
    public static final String DECIMALS = "decimals";

    public static final String NOT_AN_OPTION = "notAnOption";
    public static final String PATTERN = "pattern";
    /** Characters that no text may hold, such as control characters. */
    public static final String CHARACTERS = "characters";

    public static final String READ_ONLY = "readOnly";
    public static final String HIDDEN = "hidden";
    /** The submission as a whole is larger than any form can ask for. */
    public static final String TOO_BIG = "tooBig";

    public static final Set<String> CODES = Set.of(
            REQUIRED,
            UNKNOWN_FIELD,
            TYPE,
            TOO_LONG,
            TOO_SHORT,
            TOO_SMALL,
            TOO_LARGE,
            DECIMALS,
            NOT_AN_OPTION,
            PATTERN,
            CHARACTERS,
            READ_ONLY,
            HIDDEN,
            TOO_BIG);

    public FieldError {
        arguments = Map.copyOf(arguments);
    }
}
