package io.parcours.conversation;

import java.time.Instant;

/**
 * The provider's word on what became of a message; may arrive in any order, even before the send's own answer.
 *
 * @param providerId the id named in {@link Delivery}
 * @param errorCode the provider's code where undeliverable, else null
 */
public record Receipt(
        String tenant,
        String channel,
        String account,
        String providerId,
        DeliveryState state,
        Instant at,
        String errorCode) {}
