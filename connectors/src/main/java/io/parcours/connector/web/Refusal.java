package io.parcours.connector.web;

import io.parcours.connector.OutcomeUnknown;
import io.parcours.conversation.ChannelUnavailable;
import io.parcours.conversation.Problem;
import io.parcours.conversation.SendRefused;
import java.time.Duration;

/**
 * An answer to a send that is no success, and what follows from it for the message and for its account.
 *
 * @param code the provider's, as messages and facts name it
 * @param reason what was answered, fit for a log
 * @param problem what is wrong with the account, where that is the meaning
 * @param silence for how long the provider wants none of it; null where it did not say
 */
public record Refusal(Meaning meaning, String code, String reason, Problem problem, Duration silence) {

    /** @return what the channel throws */
    public RuntimeException of(WebLine line, Checks checks) {
        switch (meaning) {
            case TOO_MUCH -> {
                Duration pause = silence == null
                        ? line.health().tooMuch()
                        : line.health().tooMuch(silence);
                return new ChannelUnavailable(reason, pause, null);
            }
            case TOO_MUCH_TO_ONE -> {
                return new ChannelUnavailable(reason, silence, null);
            }
            case ACCOUNT -> {
                checks.down(line, problem, line.account().web().checkAgain());
                return new ChannelUnavailable(reason, null);
            }
            case UNKNOWN -> {
                line.health().tooMuch();
                return new OutcomeUnknown(reason, null);
            }
            default -> {
                return new SendRefused(meaning.kind(), code, reason, null);
            }
        }
    }
}
