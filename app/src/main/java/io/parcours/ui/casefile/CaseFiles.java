package io.parcours.ui.casefile;

import io.parcours.complaint.Complaint;
import io.parcours.complaint.Complaints;
import io.parcours.conversation.Cases;
import io.parcours.conversation.Conversations;
import io.parcours.conversation.Message;
import io.parcours.customer.Customer;
import io.parcours.customer.CustomerSummary;
import io.parcours.customer.Customers;
import io.parcours.engine.Diagrams;
import io.parcours.engine.Incident;
import io.parcours.engine.Incidents;
import io.parcours.work.WorkItem;
import io.parcours.work.WorkQueue;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Gathers what the case page shows, in one transaction. */
@Component
@Transactional(readOnly = true)
class CaseFiles {

    private static final Pattern NUMBER = Pattern.compile("[A-Z]{2}-\\d{4}-\\d{6,}");

    /** As far back as the latest message of a case that is open is looked for. */
    private static final int RECENT = 50;

    private final Cases cases;
    private final Complaints complaints;
    private final Customers customers;
    private final Conversations conversations;
    private final WorkQueue queue;
    private final Incidents incidents;
    private final Diagrams diagrams;

    CaseFiles(
            Cases cases,
            Complaints complaints,
            Customers customers,
            Conversations conversations,
            WorkQueue queue,
            Incidents incidents,
            Diagrams diagrams) {
        this.cases = cases;
        this.complaints = complaints;
        this.customers = customers;
        this.conversations = conversations;
        this.queue = queue;
        this.incidents = incidents;
        this.diagrams = diagrams;
    }

    /** Empty where the operator has no such case. */
    public Optional<CaseFile> open(String number) {
        if (!NUMBER.matcher(number).matches()) {
            return Optional.empty();
        }
        Optional<Complaint> complaint = complaints.find(number);
        List<WorkItem> items = queue.ofCase(number);
        Optional<UUID> customerId = complaint
                .map(Complaint::customerId)
                .or(() -> items.stream()
                        .map(WorkItem::customerId)
                        .filter(Objects::nonNull)
                        .findFirst())
                .or(() -> owner(number));
        if (complaint.isEmpty() && items.isEmpty() && customerId.isEmpty()) {
            return Optional.empty();
        }
        Customer customer = customerId.flatMap(customers::find).orElse(null);
        return Optional.of(new CaseFile(
                number,
                cases.journey(number).orElse(""),
                complaint.orElse(null),
                customer,
                items,
                workable(items),
                conversations.unread(number),
                incidentsOf(number),
                customerId.map(id -> lastWord(id, number)).orElse(null),
                conversations.replyWay(number).orElse(null),
                diagrams.ofCase(number).orElse(null)));
    }

    /** A case without a complaint and without work left still belongs to somebody. */
    private Optional<UUID> owner(String number) {
        return customers.search(number, 1).stream().map(CustomerSummary::id).findFirst();
    }

    /** One's own first, then what nobody has, then what a colleague works on. */
    private List<WorkItem> workable(List<WorkItem> items) {
        return items.stream()
                .map(WorkItem::taskId)
                .flatMap(task -> queue.find(task).stream())
                .sorted(Comparator.comparing(CaseFiles::distance))
                .toList();
    }

    private static int distance(WorkItem item) {
        if (item.assignee() == null) {
            return 1;
        }
        return People.isMe(item.assignee()) ? 0 : 2;
    }

    private Message lastWord(UUID customerId, String number) {
        return conversations.messages(customerId, RECENT).stream()
                .filter(message -> number.equals(message.caseNumber()))
                .filter(message ->
                        message.attachment() == null || !message.attachment().comes())
                .reduce((earlier, later) -> later)
                .filter(message -> message.inbound() && !message.unread())
                .orElse(null);
    }

    private List<Incident> incidentsOf(String number) {
        return incidents.open().stream()
                .filter(incident -> number.equals(incident.caseNumber()))
                .toList();
    }
}
