package io.parcours.operatordata;

/** The operator's system was told and gave no answer: it may or may not have done it. */
public class ActUnknown extends RuntimeException {

    /** @param reason a short code without any value, such as {@code timeout} */
    public ActUnknown(String reason, Throwable cause) {
        super(reason, cause);
    }
}
