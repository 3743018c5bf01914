package io.parcours.connector.simulator;

import java.time.Instant;

/** One exchange of a simulated outside world with the platform, as the protocol log shows it. */
public interface WireEvent {

    /** The status of an exchange that was never answered. */
    int NO_ANSWER = -1;

    Instant at();

    /** What was exchanged, in the protocol's own word. */
    String what();

    /** Whether the outside began it. */
    boolean toPlatform();

    /** The platform's account that it went to or came from. */
    String account();

    /** Whom it is about; empty where nobody is. */
    String subscriber();

    /** The outside's id; empty where there is none. */
    String messageId();

    /** In the protocol's own numbers. */
    int status();

    /** What else a technician would want to see. */
    String detail();

    boolean succeeded();
}
