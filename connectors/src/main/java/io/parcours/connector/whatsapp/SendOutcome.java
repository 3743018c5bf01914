package io.parcours.connector.whatsapp;

import io.parcours.connector.OutcomeUnknown;
import io.parcours.conversation.ChannelUnavailable;
import io.parcours.conversation.Delivery;
import io.parcours.conversation.SendRefused;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.UnknownHostException;
import java.net.http.HttpConnectTimeoutException;
import java.nio.channels.UnresolvedAddressException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.RejectedExecutionException;
import java.util.stream.Stream;
import javax.net.ssl.SSLHandshakeException;
import javax.net.ssl.SSLPeerUnverifiedException;
import org.apache.camel.Exchange;
import org.apache.camel.component.direct.DirectConsumerNotAvailableException;

/** What came of a send, in the words of the port, and what it says about the account. */
final class SendOutcome {

    /** Meta allows one message in six seconds to the same subscriber, after a short burst. */
    private static final Duration TO_ONE = Duration.ofSeconds(6);

    /** Before any of these, no octet of the message left. */
    private static final List<Class<? extends Exception>> NO_CONNECTION = List.of(
            ConnectException.class,
            HttpConnectTimeoutException.class,
            NoRouteToHostException.class,
            UnknownHostException.class,
            UnresolvedAddressException.class,
            SSLHandshakeException.class,
            SSLPeerUnverifiedException.class);

    private final WhatsAppLine line;
    private final Checks checks;

    SendOutcome(WhatsAppLine line, Checks checks) {
        this.line = line;
        this.checks = checks;
    }

    Delivery of(Exchange exchange) {
        if (exchange.getException() != null) {
            throw failed(exchange.getException());
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
                        line, Checks.refused(answer), line.account().options().checkAgain());
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

    private RuntimeException failed(Exception failure) {
        if (caused(failure, NO_CONNECTION)) {
            checks.down(line, Checks.unreachable(failure), Checks.FIRST);
            return new ChannelUnavailable("No connection to " + address(), failure);
        }
        if (caused(failure, List.of(DirectConsumerNotAvailableException.class, RejectedExecutionException.class))) {
            return new ChannelUnavailable("The route to " + address() + " is closed", failure);
        }
        // Whatever keeps it from answering would keep each sender for as long.
        line.health().tooMuch();
        return new OutcomeUnknown("No answer from " + address(), failure);
    }

    static boolean noConnection(Throwable failure) {
        return caused(failure, NO_CONNECTION);
    }

    private static boolean caused(Throwable failure, List<Class<? extends Exception>> kinds) {
        return Stream.iterate(failure, cause -> cause != null, Throwable::getCause)
                .limit(20)
                .anyMatch(cause -> kinds.stream().anyMatch(kind -> kind.isInstance(cause)));
    }

    private String address() {
        return line.account().address();
    }
}
