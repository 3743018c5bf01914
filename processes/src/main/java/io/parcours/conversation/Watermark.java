package io.parcours.conversation;

import java.time.Instant;

/**
 * The provider's word that everything said to an address until a moment was delivered, or was read.
 *
 * @param address the subscriber's
 * @param state delivered or read
 * @param until by the provider's clock
 */
public record Watermark(
        String tenant, String channel, String account, String address, DeliveryState state, Instant until) {

    public Watermark {
        if (state == DeliveryState.UNDELIVERABLE) {
            throw new IllegalArgumentException("What is undeliverable is told of one message at a time");
        }
    }
}
