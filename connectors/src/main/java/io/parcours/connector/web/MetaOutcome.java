package io.parcours.connector.web;

import io.parcours.connector.OutcomeUnknown;
import io.parcours.conversation.ChannelUnavailable;
import io.parcours.conversation.SendRefused;
import java.time.Duration;
import org.apache.camel.Exchange;

/** What came of one call, in the words of the port, and what it says about the account. */
public final class MetaOutcome {

    /** Meta allows one message in six seconds to the same subscriber, after a short burst. */
    private static final Duration TO_ONE = Duration.ofSeconds(6);

    private final MetaLine line;
    private final Checks checks;

    public MetaOutcome(MetaLine line, Checks checks) {
        this.line = line;
        this.checks = checks;
    }

    /**
     * @return the id that Meta gave the message
     * @throws RuntimeException as {@link io.parcours.conversation.Channel#send} says
     */
    public String of(Exchange exchange) {
        if (exchange.getException() != null) {
            throw NoAnswer.of(exchange.getException(), line, checks);
        }
        return of(exchange.getMessage().getBody(MetaAnswer.class));
    }

    /** The same where the call was none of a route's. */
    public String of(MetaAnswer answer) {
        if (!answer.success()) {
            throw refused(answer);
        }
        line.health().sent();
        if (answer.messageId() == null) {
            throw new OutcomeUnknown(address() + " answered " + answer + " without a message id", null);
        }
        return answer.messageId();
    }

    private RuntimeException refused(MetaAnswer answer) {
        String reason = address() + " answered " + answer;
        Meaning meaning = line.meaning(answer);
        switch (meaning) {
            case TOO_MUCH -> {
                return new ChannelUnavailable(reason, line.health().tooMuch(), null);
            }
            case TOO_MUCH_TO_ONE -> {
                return new ChannelUnavailable(reason, TO_ONE, null);
            }
            case ACCOUNT -> {
                checks.down(line, MetaLine.refused(answer), line.account().web().checkAgain());
                return new ChannelUnavailable(reason, null);
            }
            case UNKNOWN -> {
                line.health().tooMuch();
                return new OutcomeUnknown(reason, null);
            }
            default -> {
                return new SendRefused(meaning.kind(), answer.errorName(), reason, null);
            }
        }
    }

    private String address() {
        return line.account().address();
    }
}
