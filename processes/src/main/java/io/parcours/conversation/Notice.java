package io.parcours.conversation;

import java.time.Instant;

/**
 * Something that a provider told us and no part of the platform acts on. Kept, so that nothing is thrown away unread.
 *
 * @param reason why it is not acted on, in a few words
 * @param payload as it came
 */
public record Notice(String tenant, String channel, String account, String reason, String payload, Instant at) {}
