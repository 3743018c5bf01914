package io.parcours.operatordata;

/** The operator's system gives no answer now; what was asked for certainly did not happen there. */
public class NotAvailable extends RuntimeException {

    private final String reason;

    /** @param reason a short code without any value, such as {@code timeout} */
    public NotAvailable(String reason, Throwable cause) {
        super(reason, cause);
        this.reason = reason;
    }

    public String reason() {
        return reason;
    }
}
