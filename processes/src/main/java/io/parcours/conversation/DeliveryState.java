package io.parcours.conversation;

/** What a receipt can say, in the order in which a message passes through it; a state never goes back. */
public enum DeliveryState {
    DELIVERED,
    READ,
    UNDELIVERABLE
}
