package io.parcours.connector.telegram;

import io.parcours.connector.OutcomeUnknown;
import io.parcours.connector.web.Checks;
import io.parcours.connector.web.NoAnswer;
import io.parcours.connector.web.Refusal;
import org.apache.camel.Exchange;

/** What came of one call, in the words of the port, and what it says about the account. */
final class SendOutcome {

    private final TelegramLine line;
    private final Checks checks;

    SendOutcome(TelegramLine line, Checks checks) {
        this.line = line;
        this.checks = checks;
    }

    /**
     * @return the id that Telegram gave the message within its conversation
     * @throws RuntimeException as {@link io.parcours.conversation.Channel#send} says
     */
    long of(Exchange exchange) {
        if (exchange.getException() != null) {
            throw NoAnswer.of(exchange.getException(), line, checks);
        }
        return of(exchange.getMessage().getBody(BotAnswer.class));
    }

    /** The same where the call was none of a route's. */
    long of(BotAnswer answer) {
        long id = answer.result().path("message_id").asLong();
        if (!answer.success() && answer.status() / 100 != 2) {
            throw refused(answer);
        }
        line.health().sent();
        if (id <= 0) {
            throw new OutcomeUnknown(address() + " answered " + answer + " without a message id", null);
        }
        return id;
    }

    private RuntimeException refused(BotAnswer answer) {
        return new Refusal(
                        ErrorCodes.of(answer),
                        ErrorCodes.name(answer),
                        address() + " answered " + answer,
                        TelegramLine.refused(answer),
                        answer.retryAfter())
                .of(line, checks);
    }

    private String address() {
        return line.account().address();
    }
}
