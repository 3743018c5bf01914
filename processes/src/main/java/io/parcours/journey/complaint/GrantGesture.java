package io.parcours.journey.complaint;

import io.parcours.complaint.Gestures;
import io.parcours.engine.CurrentUser;
import io.parcours.engine.JourneyStep;
import io.parcours.engine.NotAllowed;
import io.parcours.engine.StepContext;
import io.parcours.model.Step;
import io.parcours.trace.Fact;
import io.parcours.trace.Facts;
import java.math.BigDecimal;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.springframework.stereotype.Component;

/** Grants the gesture that was chosen or, above the ceiling, what the supervisor made of it. */
@Component
class GrantGesture implements JourneyStep {

    private final Gestures gestures;
    private final CurrentUser user;
    private final Facts facts;
    private final Clock clock;

    GrantGesture(Gestures gestures, CurrentUser user, Facts facts, Clock clock) {
        this.gestures = gestures;
        this.user = user;
        this.facts = facts;
        this.clock = clock;
    }

    @Override
    public Step description() {
        return new Step("grantGesture", "Accorder le geste", List.of(), List.of(), List.of(), "service", false);
    }

    @Override
    public void execute(StepContext step) {
        BigDecimal asked = step.get(ComplaintJourney.GESTURE_AMOUNT);
        boolean above = asked.compareTo(step.get(ComplaintJourney.GESTURE_CEILING)) > 0;
        boolean reduced = above && "REDUCED".equals(step.get(ComplaintJourney.APPROVAL));
        BigDecimal amount = reduced ? step.get(ComplaintJourney.APPROVED_AMOUNT) : asked;
        String approvedBy = above ? user.name() : null;
        String requestedBy = step.get(ComplaintJourney.REQUESTED_BY);
        if (above && Objects.equals(approvedBy, requestedBy)) {
            throw new NotAllowed("to approve one's own gesture");
        }
        gestures.grant(step.caseNumber(), amount, requestedBy, approvedBy);
        step.set(ComplaintJourney.GRANTED_AMOUNT, amount);

        Map<String, Object> detail = new HashMap<>(Map.of("amount", amount));
        if (approvedBy != null) {
            detail.put("approvedBy", approvedBy);
        }
        facts.record(Fact.of(clock.instant(), "gestureGranted", step.caseNumber(), null, requestedBy, detail));
    }
}
