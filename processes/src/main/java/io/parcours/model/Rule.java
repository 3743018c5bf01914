package io.parcours.model;

import java.util.Locale;

/** The rules that a model can break; a finding carries the code, and the bundle {@code rules} has a text for each. */
enum Rule {
    FILE_KIND,
    FILE_NAME,
    FILE_SIZE,
    ENCODING,
    MALFORMED,
    DOCTYPE,
    TOO_DEEP,
    TOO_MANY_ELEMENTS,
    TOO_MANY_FINDINGS,
    UNKNOWN_NAMESPACE,
    UNKNOWN_ELEMENT,
    UNKNOWN_ATTRIBUTE,
    MISSING_ATTRIBUTE,
    UNEXPECTED_TEXT,
    VALUE,
    EXPRESSION,
    SCRIPT,
    JAVA_CODE,
    CONNECTOR,
    LISTENER,
    FIELD_INJECTION,
    LOOP,
    EVENT_SUB_PROCESS,
    START_EVENT,
    TIMER_START,
    EVENT_DEFINITION,
    ERROR_END,
    ONE_PROCESS,
    NOT_EXECUTABLE,
    TIME_TO_LIVE,
    ID,
    GENERATED_ID,
    NAME,
    REFERENCE,
    STEP_MISSING,
    UNKNOWN_STEP,
    STEP_INPUT,
    ASYNC_BEFORE,
    USER_FORM,
    EXPRESSION_LANGUAGE,
    FEEL,
    FORM_COMPONENT,
    FORM_ATTRIBUTE,
    FORM_KEY,
    FORM_CONDITION;

    String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
