package io.parcours.wording;

import io.parcours.conversation.Problem;

/**
 * Whether the template of a text can be sent by an account.
 *
 * @param account at the provider
 * @param reason in the provider's words, or {@code header} or {@code buttons}; null where there is none
 * @param problem why the provider has not told; null where it has
 * @param approved the body that the provider has; empty where it has none or did not tell
 */
public record TemplateState(
        String channel, String account, Verdict verdict, String reason, Problem problem, String approved) {

    /** What counts of it. */
    public enum Verdict {
        APPROVED,
        /** Approved, but in other words than ours. */
        OTHER_BODY,
        IN_REVIEW,
        REJECTED,
        PAUSED,
        DISABLED,
        MISSING,
        /** It has parts that we do not fill. */
        NOT_USABLE,
        /** The provider has not told yet. */
        UNKNOWN
    }
}
