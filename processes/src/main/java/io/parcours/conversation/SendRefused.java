package io.parcours.conversation;

import io.parcours.engine.Declined;

/** The provider answered that it did not take the message. */
public class SendRefused extends RuntimeException implements Declined {

    /** What would help. */
    public enum Kind {
        /** Nobody knows: the same once more, later. */
        PERHAPS_LATER,
        /** The same, here and at once: whoever was to hear it listens, and it broke off. */
        ONCE_MORE,
        /** Nothing on this channel: this subscriber cannot be reached here. */
        NOT_HERE,
        /** Another channel, where the customer has one: it was taken, and never reached them here. */
        ELSEWHERE,
        /** A template: the subscriber wrote too long ago for free text. */
        WINDOW_CLOSED,
        /** Another channel: the provider has no approved template of that name, language and parameters, or sends none. */
        NO_TEMPLATE,
        /** Another channel: the customer may not be contacted on this one for this purpose. */
        NOT_ALLOWED
    }

    private final String code;
    private final Kind kind;

    /** @param code the provider's own error code, such as {@code 0x0000000B} */
    public SendRefused(String code, String reason, Throwable cause) {
        this(Kind.PERHAPS_LATER, code, reason, cause);
    }

    public SendRefused(Kind kind, String code, String reason, Throwable cause) {
        super(reason, cause);
        this.kind = kind;
        this.code = code;
    }

    public String code() {
        return code;
    }

    public Kind kind() {
        return kind;
    }
}
