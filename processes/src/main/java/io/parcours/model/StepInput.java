package io.parcours.model;

/**
 * What a model must or may tell a step, as an input parameter of that name.
 *
 * @param label what the editor and the documentation call it
 */
public record StepInput(String name, String label, boolean required, Kind kind) {

    /** What the text of an input means, hence what it may look like. */
    public enum Kind {
        MESSAGE_CODE("message code"),
        QUESTION_CODE("question code"),
        DECISION_ID("decision id"),
        RULE_SET("rule set"),
        VARIABLE_NAME("variable name"),
        /** Several names with commas between them. */
        VARIABLE_NAMES("variable names"),
        TEXT("text"),
        /** One of the operator's operations, {@code balance} or {@code billing.balance}. */
        OPERATION("operation"),
        /** What an operation is told, {@code msisdn, zone=cityCode, unit='F'}: see {@link Arguments}. */
        ARGUMENTS("arguments"),
        /** ISO 8601, such as {@code PT48H}. */
        DURATION("duration"),
        NUMBER("number");

        private final String words;

        Kind(String words) {
            this.words = words;
        }

        String words() {
            return words;
        }
    }

    public static StepInput required(String name, String label, Kind kind) {
        return new StepInput(name, label, true, kind);
    }

    public static StepInput optional(String name, String label, Kind kind) {
        return new StepInput(name, label, false, kind);
    }
}
