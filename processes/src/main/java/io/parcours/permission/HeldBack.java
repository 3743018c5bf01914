package io.parcours.permission;

import java.time.Instant;

/**
 * A contact that was not made.
 *
 * @param channel by which it would have been
 * @param purpose null where it is not known
 * @param reason in one word, as the decision said it
 * @param caseNumber in which it would have been; null for none
 */
public record HeldBack(Instant at, String channel, String purpose, String reason, String caseNumber) {}
