package io.parcours.connector.web;

import io.parcours.connector.OutcomeUnknown;
import io.parcours.conversation.ChannelUnavailable;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.UnknownHostException;
import java.net.http.HttpConnectTimeoutException;
import java.nio.channels.UnresolvedAddressException;
import java.util.List;
import java.util.concurrent.RejectedExecutionException;
import java.util.stream.Stream;
import javax.net.ssl.SSLHandshakeException;
import javax.net.ssl.SSLPeerUnverifiedException;
import org.apache.camel.component.direct.DirectConsumerNotAvailableException;

/** What a send that got no answer says about its message and its account. */
public final class NoAnswer {

    /** Before any of these, no octet of the message left. */
    private static final List<Class<? extends Exception>> NO_CONNECTION = List.of(
            ConnectException.class,
            HttpConnectTimeoutException.class,
            NoRouteToHostException.class,
            UnknownHostException.class,
            UnresolvedAddressException.class,
            SSLHandshakeException.class,
            SSLPeerUnverifiedException.class);

    private NoAnswer() {}

    /** @return what the channel throws: certainly not sent, or unknown */
    public static RuntimeException of(Exception failure, WebLine line, Checks checks) {
        String address = line.account().address();
        if (caused(failure, NO_CONNECTION)) {
            checks.down(line, Checks.unreachable(failure), Checks.FIRST);
            return new ChannelUnavailable("No connection to " + address, failure);
        }
        if (caused(failure, List.of(DirectConsumerNotAvailableException.class, RejectedExecutionException.class))) {
            return new ChannelUnavailable("The route to " + address + " is closed", failure);
        }
        // Whatever keeps it from answering would keep each sender for as long.
        line.health().tooMuch();
        return new OutcomeUnknown("No answer from " + address, failure);
    }

    /** Whether nothing was there to speak with. */
    public static boolean noConnection(Throwable failure) {
        return caused(failure, NO_CONNECTION);
    }

    private static boolean caused(Throwable failure, List<Class<? extends Exception>> kinds) {
        return Stream.iterate(failure, cause -> cause != null, Throwable::getCause)
                .limit(20)
                .anyMatch(cause -> kinds.stream().anyMatch(kind -> kind.isInstance(cause)));
    }
}
