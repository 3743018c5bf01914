package io.parcours.conversation;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** What kept us from a provider or a system, in words: an exception's name says nothing to whoever sets an account up. */
final class Causes {

    private static final Map<String, Problem> WORDS = new HashMap<>();

    static {
        // The JDK's client calls a name that it cannot resolve a failure to connect as well.
        all(Problem.of("cause.noConnection"), "ConnectException", "NoRouteToHostException", "PortUnreachableException");
        all(Problem.of("cause.unknownHost"), "UnknownHostException", "UnresolvedAddressException");
        all(
                Problem.of("cause.silent"),
                "SocketTimeoutException",
                "HttpConnectTimeoutException",
                "HttpTimeoutException",
                "TimeoutException",
                "PDUTimeoutException",
                "ResponseTimeoutException");
        all(Problem.of("cause.tls"), "SSLHandshakeException", "SSLException", "SSLPeerUnverifiedException");
        all(
                Problem.of("cause.broken"),
                "EOFException",
                "SocketException",
                "ClosedChannelException",
                "FolderClosedException",
                "StoreClosedException");
    }

    private Causes() {}

    /** Empty where it is no exception's name, or one that has no words. */
    static Optional<Problem> of(Object detail) {
        return Optional.ofNullable(WORDS.get(detail));
    }

    private static void all(Problem words, String... exceptions) {
        for (String exception : exceptions) {
            WORDS.put(exception, words);
        }
    }
}
