package io.parcours.conversation;

/**
 * A template as the provider has it.
 *
 * @param body with {@code {{1}}}, {@code {{2}}}, … where parameters go; empty where it was not told
 * @param reason why it was rejected or paused, in the provider's words; null where none was told
 * @param obstacle what of it we do not fill: {@code header}, {@code buttons} or {@code parameters} with names; null where we can use it
 */
public record ProviderTemplate(String name, String language, State state, String body, String reason, String obstacle) {

    /** Whether it may be sent. */
    public enum State {
        APPROVED,
        IN_REVIEW,
        REJECTED,
        PAUSED,
        DISABLED,
        /** A word of the provider's that we do not know. */
        UNKNOWN
    }

    public ProviderTemplate in(State other, String because) {
        return new ProviderTemplate(name, language, other, body, because, obstacle);
    }
}
