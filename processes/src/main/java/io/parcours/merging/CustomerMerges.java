package io.parcours.merging;

import io.parcours.conversation.Cases;
import io.parcours.engine.Journeys;
import io.parcours.engine.Variables;
import io.parcours.trace.Fact;
import io.parcours.trace.Facts;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Makes one customer of two records of the same person, and two again where it was an error. Addresses, conversations, cases,
 * complaints, gestures and lines go to the record that is kept; what was noted stays where it stands and is read
 * together, that of a case with the case.
 */
@Component
public class CustomerMerges {

    private static final String CASES = "journey_case";

    private final MergeRepository repository;
    private final MergedHabits habits;
    private final Journeys journeys;
    private final Facts facts;
    private final Clock clock;

    CustomerMerges(MergeRepository repository, MergedHabits habits, Journeys journeys, Facts facts, Clock clock) {
        this.repository = repository;
        this.habits = habits;
        this.journeys = journeys;
        this.facts = facts;
        this.clock = clock;
    }

    /** What was merged into this record and not separated since, the latest first. */
    @Transactional(readOnly = true)
    public List<CustomerMerge> of(UUID kept) {
        return repository.of(kept);
    }

    /**
     * @param by who says that they are one
     * @return by which it can be undone
     * @throws MergeRefused where they are the same record, or one of them is not there any more
     */
    @Transactional
    public UUID merge(UUID kept, UUID absorbed, String by) {
        if (kept.equals(absorbed) || repository.lockWhole(List.of(kept, absorbed)) != 2) {
            throw new MergeRefused("Two records that are both still there are wanted");
        }
        String name = repository.name(absorbed);
        Map<String, List<String>> moved = repository.moveAll(absorbed, kept);
        moved.putAll(habits.take(absorbed, kept));
        tell(moved.getOrDefault(CASES, List.of()), kept);
        UUID merge = repository.remember(kept, absorbed, moved, by, clock.instant());
        record("customersMerged", kept, by, name);
        return merge;
    }

    /**
     * Gives back what moved then. What came since stays with the record that was kept, but for what was noted in a case that goes.
     *
     * @throws MergeRefused where it is undone already, or the kept record was merged into another one since
     */
    @Transactional
    public void undo(UUID mergeId, String by) {
        MergeRepository.Remembered merge = repository
                .take(mergeId, by, clock.instant())
                .orElseThrow(() -> new MergeRefused("It is separated already"));
        if (repository.lockWhole(List.of(merge.kept())) != 1) {
            throw new MergeRefused("The record was merged into another one since");
        }
        String name = repository.name(merge.absorbed());
        repository.giveBack(merge);
        habits.giveBack(merge.kept(), merge.moved());
        tell(merge.moved().getOrDefault(CASES, List.of()), merge.absorbed());
        record("customersSeparated", merge.kept(), by, name);
        record("customersSeparated", merge.absorbed(), by, name);
    }

    /** Journeys that run have their customer among their variables. */
    private void tell(List<String> caseNumbers, UUID customer) {
        caseNumbers.forEach(number -> journeys.set(number, Variables.with(Cases.CUSTOMER_ID, customer)));
    }

    private void record(String kind, UUID customer, String by, String name) {
        facts.record(Fact.of(clock.instant(), kind, null, customer, by, Map.of("name", name)));
    }
}
