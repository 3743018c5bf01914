package io.parcours.conversation;

import java.util.Optional;

/** A way to reach a subscriber. Each connector brings one; a journey never names it. */
public interface Channel {

    /** As stored with contact points and messages: {@code sms}, {@code whatsapp}, … */
    String name();

    /** The tenant's account by which a conversation is opened that the subscriber did not begin; empty where it has none. */
    Optional<String> account(String tenant);

    /**
     * Hands one message to the provider and returns once the provider has taken it, within a bounded time.
     *
     * @throws SendRefused the provider answered that it did not take the message
     * @throws ChannelUnavailable the message certainly did not leave: no connection, throttled, queue full
     * @throws RuntimeException anything else: it is unknown whether the message left
     */
    Delivery send(OutboundMessage message);
}
