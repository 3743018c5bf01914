package io.parcours.work;

import java.time.Instant;
import java.util.UUID;

/**
 * A task that waits in a queue (corbeille) or on somebody's desk.
 *
 * @param journey the process id; its name is the text {@code journey.<id>}
 * @param taskKey the model's element; its name is the text {@code <journey>.<taskKey>}
 * @param priority 1 is the highest, 5 the lowest
 * @param dueAt null where nothing is promised
 * @param assignee null while nobody has claimed it
 */
public record WorkItem(
        String taskId,
        String queue,
        String journey,
        String taskKey,
        String caseNumber,
        UUID customerId,
        String customerName,
        String subject,
        int priority,
        Instant dueAt,
        Instant createdAt,
        String assignee) {}
