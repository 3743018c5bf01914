package io.parcours.ui.casefile;

import io.parcours.complaint.Complaint;
import io.parcours.conversation.Message;
import io.parcours.conversation.ReplyWay;
import io.parcours.customer.Customer;
import io.parcours.engine.CaseDiagram;
import io.parcours.engine.Incident;
import io.parcours.work.WorkItem;
import java.util.List;
import java.util.Optional;

/**
 * A case at one moment, as the person who looks at it may see it.
 *
 * @param journey the process id
 * @param complaint null for a case of another journey
 * @param customer null where nobody is known
 * @param items its open tasks, of every queue
 * @param own those that the person's roles may work, the one to do first in front
 * @param unread what the subscriber wrote and nobody has read
 * @param lastWord what the subscriber wrote last, where nothing was written back since; else null
 * @param reply how what is written now would leave; null where the customer cannot be written to
 * @param diagram null where the model is no longer known
 */
record CaseFile(
        String number,
        String journey,
        Complaint complaint,
        Customer customer,
        List<WorkItem> items,
        List<WorkItem> own,
        List<Message> unread,
        List<Incident> incidents,
        Message lastWord,
        ReplyWay reply,
        CaseDiagram diagram) {

    /** The task to work on: the one chosen as long as it is open, else the first. */
    Optional<WorkItem> toDo(String chosenTaskId) {
        return own.stream()
                .filter(item -> item.taskId().equals(chosenTaskId))
                .findFirst()
                .or(() -> own.stream().findFirst());
    }

    /** A complaint that is answered goes on until the subscriber has agreed. */
    boolean ended() {
        return items.isEmpty() && (diagram == null || diagram.ended());
    }
}
