package io.parcours.conversation;

/** An account that cannot send or is not read, and how many messages wait for it. */
public record Outage(AccountState account, int waiting) {}
