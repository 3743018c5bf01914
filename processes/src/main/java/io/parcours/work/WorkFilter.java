package io.parcours.work;

import java.util.Collection;
import java.util.List;

/**
 * Which items of which queues.
 *
 * @param assignee only this person's; null for anybody's
 * @param text part of a case number or of the customer's name; null or blank for all
 */
public record WorkFilter(
        Collection<String> queues, String assignee, boolean unassignedOnly, boolean overdueOnly, String text) {

    public WorkFilter {
        queues = List.copyOf(queues);
    }

    public static WorkFilter of(Collection<String> queues) {
        return new WorkFilter(queues, null, false, false, null);
    }

    boolean byText() {
        return text != null && !text.isBlank();
    }
}
