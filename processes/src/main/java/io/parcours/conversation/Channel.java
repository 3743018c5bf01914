package io.parcours.conversation;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** A way to reach a subscriber. Each connector brings one; a journey never names it. */
public interface Channel {

    /** As stored with contact points and messages: {@code sms}, {@code whatsapp}, … */
    String name();

    /** The tenant's account by which a conversation is opened that the subscriber did not begin; empty where it has none. */
    Optional<String> account(String tenant);

    /** For how long after the subscriber's last message free text may be sent; after that only templates. Empty: always. */
    default Optional<Duration> freeTextWindow() {
        return Optional.empty();
    }

    /**
     * The same for what a person wrote to this subscriber, by this account: it may be longer than for what a journey says. Such a
     * message says that it is one ({@link OutboundMessage#late}) once only that lets it leave.
     */
    default Optional<Duration> replyWindow(String tenant, String account) {
        return freeTextWindow();
    }

    /**
     * Takes the next place in the account's line, so that no more leaves than its limit allows.
     *
     * @return how long to wait for it; zero where the message may leave now
     */
    default Duration place(String tenant, String account) {
        return Duration.ZERO;
    }

    /** For how long the provider wants to be left alone, since it got too much; zero where it takes messages. */
    default Duration silence(String tenant, String account) {
        return Duration.ZERO;
    }

    /** How many places of the next half second nobody has taken yet; none while the provider wants to be left alone. */
    default int freePlaces(String tenant, String account) {
        return Integer.MAX_VALUE;
    }

    /** How many messages the account may hand over at once; each call of {@link #send} is one. */
    default int window(String tenant, String account) {
        return 10;
    }

    /**
     * A link by which this customer, who has no address here yet, comes to the tenant's account and is known when they do. Empty
     * where the tenant has no account, or where the channel knows people without.
     */
    default Optional<String> invitation(String tenant, UUID customer) {
        return Optional.empty();
    }

    /**
     * The address at which whoever has this telephone number can be written to, though they never wrote here; empty where a number is
     * no address.
     *
     * @param msisdn in E.164 with its plus sign
     */
    default Optional<String> addressOf(String msisdn) {
        return Optional.empty();
    }

    /**
     * Whether a message waits for an account that is down. A channel on which a conversation is soon over answers no: it is
     * asked to send all the same, and says itself what can still be said here.
     */
    default boolean worthWaiting() {
        return true;
    }

    /**
     * How the message would look by the tenant's account, without sending anything; whom it goes to does not matter. Empty where
     * the tenant has no account.
     *
     * @throws SendRefused where it could not leave so
     */
    default Optional<Preview> preview(OutboundMessage message) {
        return Optional.empty();
    }

    /**
     * Whether the provider is known to refuse the template now. What nobody knows is tried: a refusal will say so.
     *
     * @return why, such as {@code template-paused}; empty where it would be taken, and where nobody knows
     */
    default Optional<String> refuses(String tenant, String account, Template template) {
        return Optional.empty();
    }

    /** Whether people talk here and do not write: then the customer's language must be known before the first question. */
    default boolean spoken() {
        return false;
    }

    /** Whether a message may have a file with it; else its text tells where the file can be had. */
    default boolean carriesFiles() {
        return false;
    }

    /** Whether {@link #states} has every account: one that is not among them is gone. */
    default boolean tellsStates() {
        return false;
    }

    /** All accounts of all tenants, as of now. */
    default List<AccountState> states() {
        return List.of();
    }

    /**
     * Hands one message to the provider and returns once the provider has taken it, within a bounded time.
     *
     * @throws SendRefused the provider answered that it did not take the message
     * @throws ChannelUnavailable the message certainly did not leave: no connection, throttled, queue full
     * @throws RuntimeException anything else: it is unknown whether the message left
     */
    Delivery send(OutboundMessage message);
}
