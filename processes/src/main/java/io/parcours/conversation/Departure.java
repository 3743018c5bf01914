package io.parcours.conversation;

/** A conversation that is over because somebody left it, as a call is when it is hung up. */
public record Departure(String tenant, String channel, String account, String address) {}
