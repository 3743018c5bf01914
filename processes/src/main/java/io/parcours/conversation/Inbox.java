package io.parcours.conversation;

/**
 * Where connectors deliver what came in. Each call is one transaction and returns after its commit: only then may the
 * connector acknowledge the sender. An exception means that nothing was stored.
 */
public interface Inbox {

    /** Stores the message and moves its journey; a copy changes nothing. */
    void receive(InboundMessage message);

    /** Stores the receipt or matches it with its message; a copy changes nothing. */
    void receive(Receipt receipt);

    /** Stores an answer and that its question was heard: both, or neither. */
    void receive(InboundMessage answer, Receipt heard);

    /** Applies it to everything that it covers, also to what is only known as sent afterwards; a copy changes nothing. */
    void receive(Watermark watermark);

    /**
     * Tells the case that was spoken of, by the message {@code <journey>.callEnded}.
     *
     * @return whether its model was waiting for that and goes another way; then what was left unsaid is not said elsewhere
     */
    boolean left(Departure departure);

    /**
     * What was being said is said once more: here to who still listens, to the others by their next channel. Of who left while
     * nobody saw it, the case is told first, as by {@link #left}.
     */
    void receive(Interruption interruption);

    /** The subscriber is found at the new address too, with everything that was said at the old one. */
    void receive(AddressChange change);

    /** Keeps what nothing acts on, with the reason. */
    void keep(Notice notice);
}
