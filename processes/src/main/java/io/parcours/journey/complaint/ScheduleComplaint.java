package io.parcours.journey.complaint;

import io.parcours.complaint.Complaints;
import io.parcours.engine.JourneyStep;
import io.parcours.engine.StepContext;
import io.parcours.model.Step;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.springframework.stereotype.Component;

/** Turns the decided hours into the moment by which the subscriber gets an answer. */
@Component
class ScheduleComplaint implements JourneyStep {

    private final Complaints complaints;
    private final Clock clock;

    ScheduleComplaint(Complaints complaints, Clock clock) {
        this.complaints = complaints;
        this.clock = clock;
    }

    @Override
    public Step description() {
        return new Step("scheduleComplaint", "Fixer l'échéance", List.of(), List.of(), List.of(), "service", false);
    }

    @Override
    public void execute(StepContext step) {
        Instant dueAt = clock.instant().plus(Duration.ofHours(step.get(ComplaintJourney.DEADLINE_HOURS)));
        step.set(ComplaintJourney.DUE_AT, dueAt);
        complaints.schedule(
                step.caseNumber(), step.get(ComplaintJourney.PRIORITY), step.get(ComplaintJourney.QUEUE), dueAt);
    }
}
