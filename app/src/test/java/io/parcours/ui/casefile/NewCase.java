package io.parcours.ui.casefile;

import static org.awaitility.Awaitility.await;

import io.parcours.complaint.Complaints;
import io.parcours.complaint.Motive;
import io.parcours.customer.Customers;
import io.parcours.work.WorkItem;
import io.parcours.work.WorkQueue;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;

/** Complaints for tests to work on, each far enough that somebody can take it. */
public final class NewCase {

    private static final Duration JOBS = Duration.ofSeconds(30);

    private NewCase() {}

    /** The case number of a complaint by the operator's first customer of that name, waiting in its queue. */
    public static String waiting(Complaints complaints, Customers customers, WorkQueue work, Motive motive) {
        var customer = customers.search("a", 1).get(0);
        String number = complaints.register(customer.id(), motive, "Facture contestée", BigDecimal.valueOf(12_000));
        await().atMost(JOBS).pollInSameThread().until(() -> !work.ofCase(number).isEmpty());
        return number;
    }

    public static WorkItem item(WorkQueue work, String number) {
        List<WorkItem> items = work.ofCase(number);
        if (items.size() != 1) {
            throw new AssertionError(number + " has " + items.size() + " open tasks");
        }
        return items.get(0);
    }
}
