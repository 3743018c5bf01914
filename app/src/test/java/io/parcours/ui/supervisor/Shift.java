package io.parcours.ui.supervisor;

import static org.awaitility.Awaitility.await;

import io.parcours.complaint.Complaints;
import io.parcours.complaint.Motive;
import io.parcours.customer.Customers;
import io.parcours.engine.Tasks;
import io.parcours.security.DemoUser;
import io.parcours.security.ParcoursUser;
import io.parcours.work.WorkItem;
import io.parcours.work.WorkQueue;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;

/** The supervisor's colleagues at work: what they do brings the screens something to show. */
@Component
class Shift {

    private final Complaints complaints;
    private final Customers customers;
    private final WorkQueue work;
    private final Tasks tasks;

    Shift(Complaints complaints, Customers customers, WorkQueue work, Tasks tasks) {
        this.complaints = complaints;
        this.customers = customers;
        this.work = work;
        this.tasks = tasks;
    }

    /** An agent registers a complaint about a bill; it waits with the back office. */
    WorkItem billingComplaint(String customer, String description) {
        String caseNumber = as(
                DemoUser.AWA,
                () -> complaints.register(
                        customers.search(customer, 1).get(0).id(),
                        Motive.BILLING,
                        description,
                        BigDecimal.valueOf(90_000)));
        return awaited(caseNumber, "complaint-billing");
    }

    /** The back office grants more than it may; the gesture waits for approval. */
    WorkItem gestureAboveTheCeiling(String customer, String description) {
        WorkItem item = billingComplaint(customer, description);
        as(DemoUser.FATOU, () -> {
            tasks.complete(
                    item.taskId(),
                    Map.of("outcome", "GESTURE", "gestureAmount", 60_000, "resolution", "Un avoir vous est accordé."));
            return null;
        });
        return awaited(item.caseNumber(), SupervisorQueues.APPROVALS);
    }

    private WorkItem awaited(String caseNumber, String queue) {
        AtomicReference<WorkItem> found = new AtomicReference<>();
        await().pollInSameThread().atMost(Duration.ofSeconds(30)).until(() -> {
            work.ofCase(caseNumber).stream()
                    .filter(item -> item.queue().equals(queue))
                    .findFirst()
                    .ifPresent(found::set);
            return found.get() != null;
        });
        return found.get();
    }

    private static <T> T as(DemoUser person, Supplier<T> act) {
        var before = SecurityContextHolder.getContext().getAuthentication();
        ParcoursUser user = new ParcoursUser(
                person.tenant(), person.username(), person.displayName(), Set.of(person.role()), "fr", false);
        SecurityContextHolder.getContext()
                .setAuthentication(
                        UsernamePasswordAuthenticationToken.authenticated(user, null, user.getAuthorities()));
        try {
            return act.get();
        } finally {
            SecurityContextHolder.getContext().setAuthentication(before);
        }
    }
}
