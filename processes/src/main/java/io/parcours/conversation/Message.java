package io.parcours.conversation;

import java.time.Instant;
import java.util.UUID;

/**
 * A message as kept.
 *
 * @param state {@code received}; or {@code queued}, {@code sending}, {@code sent}, {@code delivered}, {@code read},
 *     {@code failed}, {@code undeliverable}, {@code unknown}
 * @param number its place in the conversation, rising
 */
public record Message(
        UUID id,
        UUID conversationId,
        String channel,
        boolean inbound,
        String text,
        String state,
        Instant at,
        boolean unread,
        long number,
        String caseNumber) {}
