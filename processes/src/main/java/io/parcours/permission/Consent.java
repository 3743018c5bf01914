package io.parcours.permission;

import java.time.Instant;

/**
 * What a customer agreed to or refused.
 *
 * @param channel {@link Purpose#ANYWHERE} for every one
 * @param purpose {@code marketing}, {@code survey}, {@code collection}, or {@link Purpose#ALL}
 * @param source {@code subscriber}, {@code agent} or {@code import}
 */
public record Consent(String channel, String purpose, boolean granted, String source, Instant at) {}
