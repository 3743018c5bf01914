package io.parcours.telephony;

import java.time.Instant;

/**
 * A subscriber on the telephone.
 *
 * @param call the id of the call
 * @param withAgent whether an agent speaks with them, or is being called for them
 */
public record OnLine(String call, Instant since, boolean withAgent) {}
