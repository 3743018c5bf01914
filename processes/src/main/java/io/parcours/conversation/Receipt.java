package io.parcours.conversation;

import java.time.Instant;

/**
 * The provider's word on what became of a message; may arrive in any order, even before the send's own answer.
 *
 * @param providerId the id named in {@link Delivery}
 * @param errorCode the provider's code where undeliverable, else null
 * @param refusal where undeliverable, what would help: then it is sent once more in that way; else null
 */
public record Receipt(
        String tenant,
        String channel,
        String account,
        String providerId,
        DeliveryState state,
        Instant at,
        String errorCode,
        SendRefused.Kind refusal) {

    public Receipt(
            String tenant,
            String channel,
            String account,
            String providerId,
            DeliveryState state,
            Instant at,
            String errorCode) {
        this(tenant, channel, account, providerId, state, at, errorCode, null);
    }
}
