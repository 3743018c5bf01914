package io.parcours.work;

import java.time.Instant;

/** @param oldest when the item that waits longest came; null where the queue is empty */
public record QueueCount(String queue, int open, int unassigned, int overdue, Instant oldest) {}
