package io.parcours.conversation;

import java.time.Instant;
import java.util.Optional;

/**
 * What a subscriber wrote, as a connector normalised it.
 *
 * @param account the tenant's account on the channel by which it came
 * @param externalId the provider's id of this message; the same id again is a copy and changes nothing
 * @param from the subscriber's address; for SMS the MSISDN in E.164 with its plus sign
 * @param text what was written; of one part only where {@code part} is present
 * @param part where the text is one part of a longer one
 */
public record InboundMessage(
        String tenant,
        String channel,
        String account,
        String externalId,
        String from,
        String text,
        Instant at,
        Optional<Part> part) {

    InboundMessage withText(String other) {
        return new InboundMessage(tenant, channel, account, externalId, from, other, at, part);
    }

    /**
     * One part of a concatenated text.
     *
     * @param reference what the parts of one text share
     * @param number from 1
     * @param total how many parts the text has
     */
    public record Part(String reference, int number, int total) {}
}
