package io.parcours.connector.whatsapp;

import io.parcours.connector.OutcomeUnknown;
import io.parcours.connector.web.Checks;
import io.parcours.connector.web.NoAnswer;
import io.parcours.conversation.ChannelUnavailable;
import io.parcours.conversation.Delivery;
import io.parcours.conversation.SendRefused;
import java.time.Duration;
import java.util.List;
import org.apache.camel.Exchange;

/** What came of a send, in the words of the port, and what it says about the account. */
final class SendOutcome {

    /** Meta allows one message in six seconds to the same subscriber, after a short burst. */
    private static final Duration TO_ONE = Duration.ofSeconds(6);

    private final WhatsAppLine line;
    private final Checks checks;

    SendOutcome(WhatsAppLine line, Checks checks) {
        this.line = line;
        this.checks = checks;
    }

    Delivery of(Exchange exchange) {
        if (exchange.getException() != null) {
            throw NoAnswer.of(exchange.getException(), line, checks);
        }
        CloudAnswer answer = exchange.getMessage().getBody(CloudAnswer.class);
        if (!answer.success()) {
            throw refused(answer);
        }
        line.health().sent();
        if (answer.messageId() == null) {
            throw new OutcomeUnknown(address() + " answered " + answer + " without a message id", null);
        }
        return new Delivery(List.of(answer.messageId()));
    }

    private RuntimeException refused(CloudAnswer answer) {
        String reason = address() + " answered " + answer;
        switch (answer.meaning()) {
            case TOO_MUCH -> {
                return new ChannelUnavailable(reason, line.health().tooMuch(), null);
            }
            case TOO_MUCH_TO_ONE -> {
                return new ChannelUnavailable(reason, TO_ONE, null);
            }
            case ACCOUNT -> {
                checks.down(
                        line, WhatsAppLine.refused(answer), line.account().web().checkAgain());
                return new ChannelUnavailable(reason, null);
            }
            case UNKNOWN -> {
                line.health().tooMuch();
                return new OutcomeUnknown(reason, null);
            }
            default -> {
                return new SendRefused(ErrorCodes.kind(answer.meaning()), answer.errorName(), reason, null);
            }
        }
    }

    private String address() {
        return line.account().address();
    }
}
