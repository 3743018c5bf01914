package io.parcours.conversation;

/** An account with a trouble, and how many messages wait for it. */
public record Outage(AccountState account, int waiting) {}
