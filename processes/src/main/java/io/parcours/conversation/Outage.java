package io.parcours.conversation;

/** An account that cannot send, and how many messages wait for it. */
public record Outage(AccountState account, int waiting) {}
