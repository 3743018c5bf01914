package io.parcours.journey.complaint;

import io.parcours.complaint.Complaints;
import io.parcours.complaint.Motive;
import io.parcours.conversation.Cases;
import io.parcours.conversation.SubscriberDialogue;
import io.parcours.customer.Customer;
import io.parcours.customer.Customers;
import io.parcours.engine.JourneyStep;
import io.parcours.engine.StepContext;
import io.parcours.model.Step;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Gathers what the decision on priority, queue and deadline looks at. */
@Component
class ClassifyComplaint implements JourneyStep {

    private final Complaints complaints;
    private final Customers customers;

    ClassifyComplaint(Complaints complaints, Customers customers) {
        this.complaints = complaints;
        this.customers = customers;
    }

    @Override
    public Step description() {
        return new Step(
                "classifyComplaint", "Classer la réclamation", List.of(), List.of(), List.of(), "service", false);
    }

    @Override
    public void execute(StepContext step) {
        Motive motive = step.get(Complaints.MOTIVE);
        if (motive == null) {
            motive = Motive.valueOf(step.get(SubscriberDialogue.ANSWER));
            step.set(Complaints.MOTIVE, motive);
        }
        UUID customerId = step.get(Cases.CUSTOMER_ID);
        complaints.classify(step.caseNumber(), motive);
        complaints.describe(step.caseNumber(), description(step), step.get(Complaints.AMOUNT));
        step.set(ComplaintJourney.TYPE, motive.type().name());
        step.set(
                ComplaintJourney.SEGMENT,
                customers.find(customerId).map(Customer::segment).orElse(null));
        step.set(ComplaintJourney.RECURRENCE, complaints.recurrence(customerId, motive, step.caseNumber()));
        step.set(Complaints.AMOUNT, step.get(Complaints.AMOUNT));
    }

    /** What the agent made of it; where it was left as it is, the variable may hold only the beginning of a long text. */
    private String description(StepContext step) {
        String variable = step.get(Complaints.DESCRIPTION);
        String whole = complaints.find(step.caseNumber()).orElseThrow().description();
        return variable == null || whole.startsWith(variable) ? whole : variable;
    }
}
