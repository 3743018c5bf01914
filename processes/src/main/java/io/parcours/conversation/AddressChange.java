package io.parcours.conversation;

import java.time.Instant;

/** A subscriber has another address on the channel from now on, on the provider's word. */
public record AddressChange(String tenant, String channel, String account, String from, String to, Instant at) {}
