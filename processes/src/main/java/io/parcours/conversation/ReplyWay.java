package io.parcours.conversation;

import java.time.Instant;
import java.util.Optional;

/**
 * How what is written now would reach the subscriber of a case.
 *
 * @param channel by which it would leave
 * @param freeText whether it may be free text; else it leaves as an approved template, or by the customer's next channel
 * @param freeTextUntil when free text ceases to be allowed, or ceased; empty where the channel knows no such limit
 */
public record ReplyWay(String channel, boolean freeText, Optional<Instant> freeTextUntil) {}
