package io.parcours.conversation;

/** The provider answered that it did not take the message; sending it again may or may not help. */
public class SendRefused extends RuntimeException {

    private final String code;

    /** @param code the provider's own error code, such as {@code 0x0000000B} */
    public SendRefused(String code, String reason, Throwable cause) {
        super(reason, cause);
        this.code = code;
    }

    public String code() {
        return code;
    }
}
