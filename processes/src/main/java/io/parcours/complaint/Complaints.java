package io.parcours.complaint;

import io.parcours.conversation.Cases;
import io.parcours.conversation.Conversations;
import io.parcours.customer.Customer;
import io.parcours.customer.Customers;
import io.parcours.engine.NotFound;
import io.parcours.engine.Variable;
import io.parcours.engine.Variables;
import io.parcours.tenant.TenantContext;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The complaints of the operator in force (requirement 4.5). */
@Component
@Transactional(readOnly = true)
public class Complaints {

    /** Known from the start where an agent registers the complaint for a caller. */
    public static final Variable<Motive> MOTIVE = Variable.of("motive", Motive.class);

    public static final Variable<String> DESCRIPTION = Variable.of("description", String.class);
    public static final Variable<BigDecimal> AMOUNT = Variable.of("amount", BigDecimal.class);

    private static final String JOURNEY = "complaint";
    private static final Duration YEAR = Duration.ofDays(365);

    private final ComplaintRepository repository;
    private final Customers customers;
    private final Conversations conversations;
    private final Cases cases;
    private final Clock clock;

    Complaints(
            ComplaintRepository repository,
            Customers customers,
            Conversations conversations,
            Cases cases,
            Clock clock) {
        this.repository = repository;
        this.customers = customers;
        this.conversations = conversations;
        this.cases = cases;
        this.clock = clock;
    }

    public Optional<Complaint> find(String caseNumber) {
        return repository.find(caseNumber);
    }

    /** Newest first. */
    public List<Complaint> of(UUID customerId) {
        return repository.of(customerId);
    }

    /** Closed complaints that resemble this one, the closest first. */
    public List<SimilarComplaint> similar(String caseNumber, int limit) {
        return repository
                .find(caseNumber)
                .map(complaint -> repository.similarTo(complaint.description(), caseNumber, limit))
                .orElse(List.of());
    }

    /** Closed complaints in which these words occur, in French or English, with or without accents. */
    public List<SimilarComplaint> search(String words, int limit) {
        return words.isBlank() ? List.of() : repository.search(words, limit);
    }

    /**
     * Registers a complaint for a caller; the customer is told by message where one can be sent.
     *
     * @param amount what is disputed; null where unknown
     * @return the case number
     * @throws NotFound where the operator has no such customer
     */
    @Transactional
    public String register(UUID customerId, Motive motive, String description, BigDecimal amount) {
        Customer customer = customers.find(customerId).orElseThrow(() -> new NotFound("Customer " + customerId));
        UUID conversation =
                conversations.reach(TenantContext.required(), customer).orElse(null);
        return cases.open(
                JOURNEY,
                customerId,
                conversation,
                Variables.with(MOTIVE, motive).and(DESCRIPTION, description).and(AMOUNT, amount));
    }

    @Transactional
    public void open(String caseNumber, UUID customerId, String description, BigDecimal amount) {
        repository.open(caseNumber, customerId, description, amount, clock.instant());
    }

    /** How many complaints of the same motive the customer made in the twelve months before this one. */
    public int recurrence(UUID customerId, Motive motive, String caseNumber) {
        return repository.recurrence(
                customerId, motive, caseNumber, clock.instant().minus(YEAR));
    }

    @Transactional
    public void classify(String caseNumber, Motive motive) {
        repository.classify(caseNumber, motive);
    }

    @Transactional
    public void describe(String caseNumber, String description, BigDecimal amount) {
        repository.describe(caseNumber, description, amount);
    }

    @Transactional
    public void schedule(String caseNumber, int priority, String queue, Instant dueAt) {
        repository.schedule(caseNumber, priority, queue, dueAt);
    }

    @Transactional
    public void close(String caseNumber, ComplaintStatus status, String resolution) {
        repository.close(caseNumber, status, resolution, clock.instant());
    }

    @Transactional
    public void reopen(String caseNumber) {
        repository.reopen(caseNumber);
    }
}
