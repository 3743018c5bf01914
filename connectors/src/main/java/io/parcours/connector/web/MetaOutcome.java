package io.parcours.connector.web;

import io.parcours.connector.OutcomeUnknown;
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
        if (answer.id() == null) {
            throw new OutcomeUnknown(address() + " answered " + answer + " without a message id", null);
        }
        return answer.id();
    }

    private RuntimeException refused(MetaAnswer answer) {
        Meaning meaning = line.meaning(answer);
        String reason = address() + " answered " + answer;
        Duration silence = meaning == Meaning.TOO_MUCH_TO_ONE ? TO_ONE : null;
        return new Refusal(meaning, answer.errorName(), reason, MetaLine.refused(answer), silence).of(line, checks);
    }

    private String address() {
        return line.account().address();
    }
}
