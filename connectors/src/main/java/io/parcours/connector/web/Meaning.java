package io.parcours.connector.web;

import io.parcours.conversation.SendRefused;

/** What follows from a provider's answer that is no success. */
public enum Meaning {
    /** The account, or the whole business, sent too much, or the provider is busy: later, and nothing before. */
    TOO_MUCH,
    /** Too much to this one subscriber. */
    TOO_MUCH_TO_ONE,
    /** The token, the permission or the account does not serve: no message would leave. */
    ACCOUNT,
    WINDOW_CLOSED,
    NOT_HERE,
    NO_TEMPLATE,
    REFUSED,
    /** The provider failed, perhaps after it took the message. */
    UNKNOWN;

    /** What would help the message. */
    public SendRefused.Kind kind() {
        return switch (this) {
            case WINDOW_CLOSED -> SendRefused.Kind.WINDOW_CLOSED;
            case NOT_HERE -> SendRefused.Kind.NOT_HERE;
            case NO_TEMPLATE -> SendRefused.Kind.NO_TEMPLATE;
            default -> SendRefused.Kind.PERHAPS_LATER;
        };
    }
}
