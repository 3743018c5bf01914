package io.parcours.demo;

import static java.util.Comparator.comparing;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;

import io.parcours.complaint.Motive;
import io.parcours.decisions.ClasspathDecisions;
import io.parcours.decisions.ComplaintPriority;
import io.parcours.demo.CustomerBase.Subscriber;
import io.parcours.demo.DemoFile.Row;
import io.parcours.engine.Model;
import io.parcours.engine.Models;
import java.math.BigDecimal;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.context.annotation.Profile;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Writes the demo's past complaints as the journey would have left them: cases, gestures and facts. */
@Component
@Profile("demo")
class ComplaintHistory {

    private static final String JOURNEY = "complaint";

    private static final String CASE = """
            insert into journey_case (case_number, journey, customer_id, opened_at, closed_at)
            values (:case, 'complaint', :customer, :openedAt, :closedAt)
            """;

    private static final String COMPLAINT = """
            insert into complaint (case_number, customer_id, motive, type, description, amount, status, priority, queue, due_at,
                                   opened_at, closed_at, resolution)
            values (:case, :customer, :motive, :type, :description, :amount, :status, :priority, :queue, :dueAt,
                    :openedAt, :closedAt, :resolution)
            """;

    private static final String GESTURE = """
            insert into goodwill_gesture (case_number, customer_id, amount, granted_by, approved_by, granted_at)
            values (:case, :customer, :amount, :grantedBy, :approvedBy, :grantedAt)
            """;

    /** Numbers that were handed out before stay handed out. */
    private static final String NUMBERS = """
            insert into case_number (year, last) values (:year, :count)
            on conflict (tenant_id, year) do update set last = case_number.last + excluded.last returning last
            """;

    private final JdbcClient jdbc;
    private final Models models;
    private final PastJourney journey;
    private final Clock clock;

    ComplaintHistory(JdbcClient jdbc, Models models, PastJourney journey, Clock clock) {
        this.jdbc = jdbc;
        this.models = models;
        this.journey = journey;
        this.clock = clock;
    }

    /** Within the operator's transaction. */
    void write(String operator, Map<String, Subscriber> subscribers) {
        ComplaintPriority priorities = new ComplaintPriority(new ClasspathDecisions());
        Model model = models.all().stream()
                .filter(each -> each.kind().equals("bpmn") && each.key().equals(JOURNEY))
                .findFirst()
                .orElseThrow();
        List<PastComplaint> earlier = new ArrayList<>();
        byYear(operator).forEach((year, complaints) -> {
            long number = lastNumber(year, complaints.size()) - complaints.size();
            for (PastComplaint complaint : complaints) {
                String caseNumber = "PA-%d-%06d".formatted(year, ++number);
                Subscriber subscriber = subscribers.get(complaint.number());
                var handling = priorities.decide(new ComplaintPriority.Case(
                        complaint.motive().type().name(),
                        subscriber.segment(),
                        recurrence(complaint, earlier),
                        complaint.amount(),
                        false));
                write(caseNumber, subscriber, complaint, handling);
                gesture(operator, caseNumber, subscriber, complaint);
                journey.write(operator, caseNumber, complaint, model);
                earlier.add(complaint);
            }
        });
    }

    private Map<Integer, List<PastComplaint>> byYear(String operator) {
        Instant midnight = clock.instant().truncatedTo(ChronoUnit.DAYS);
        List<PastComplaint> complaints = new ArrayList<>();
        for (Row row : DemoFile.rows("complaints.csv", operator)) {
            complaints.add(PastComplaint.of(row, complaints.size(), midnight));
        }
        return complaints.stream()
                .sorted(comparing(PastComplaint::openedAt))
                .collect(groupingBy(
                        complaint -> complaint.openedAt().atZone(ZoneOffset.UTC).getYear(), TreeMap::new, toList()));
    }

    private long lastNumber(int year, int count) {
        return jdbc.sql(NUMBERS)
                .param("year", year)
                .param("count", count)
                .query(Long.class)
                .single();
    }

    private static int recurrence(PastComplaint complaint, List<PastComplaint> earlier) {
        Motive motive = complaint.motive();
        return (int) earlier.stream()
                .filter(other -> other.number().equals(complaint.number()) && other.motive() == motive)
                .count();
    }

    private void write(
            String caseNumber, Subscriber subscriber, PastComplaint complaint, ComplaintPriority.Handling handling) {
        Timestamp openedAt = Timestamp.from(complaint.openedAt());
        Timestamp closedAt = Timestamp.from(complaint.closedAt());
        jdbc.sql(CASE)
                .param("case", caseNumber)
                .param("customer", subscriber.id())
                .param("openedAt", openedAt)
                .param("closedAt", closedAt)
                .update();
        jdbc.sql(COMPLAINT)
                .param("case", caseNumber)
                .param("customer", subscriber.id())
                .param("motive", complaint.motive().name())
                .param("type", complaint.motive().type().name())
                .param("description", complaint.description())
                .param("amount", complaint.amount())
                .param("status", complaint.status().name())
                .param("priority", handling.priority())
                .param("queue", handling.queue())
                .param("dueAt", Timestamp.from(complaint.openedAt().plus(Duration.ofHours(handling.deadlineHours()))))
                .param("openedAt", openedAt)
                .param("closedAt", closedAt)
                .param("resolution", complaint.resolution())
                .update();
    }

    private void gesture(String operator, String caseNumber, Subscriber subscriber, PastComplaint complaint) {
        BigDecimal amount = complaint.gesture();
        if (amount == null) {
            return;
        }
        jdbc.sql(GESTURE)
                .param("case", caseNumber)
                .param("customer", subscriber.id())
                .param("amount", amount)
                .param("grantedBy", Staff.agent(operator, complaint.motive().type()))
                .param("approvedBy", complaint.approved() ? Staff.supervisor(operator) : null)
                .param("grantedAt", Timestamp.from(complaint.treatedAt()))
                .update();
    }
}
