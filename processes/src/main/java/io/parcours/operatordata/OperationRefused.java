package io.parcours.operatordata;

/** It cannot be asked like this: no such operation, a parameter that is missing or wrong, or the system's own no. */
public class OperationRefused extends RuntimeException {

    private final String reason;
    private final String parameter;

    /** @param reason a short code without any value, such as {@code no-operation} */
    public OperationRefused(String reason) {
        this(reason, null);
    }

    /** @param parameter which one is missing or wrong; null where it is none of them */
    public OperationRefused(String reason, String parameter) {
        super(parameter == null ? reason : reason + " " + parameter);
        this.reason = reason;
        this.parameter = parameter;
    }

    public String reason() {
        return reason;
    }

    public String parameter() {
        return parameter;
    }
}
