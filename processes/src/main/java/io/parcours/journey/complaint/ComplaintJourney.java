package io.parcours.journey.complaint;

import io.parcours.engine.Variable;
import java.math.BigDecimal;
import java.time.Instant;

/** The names that {@code complaint.bpmn}, its decision and its forms share with Java. */
interface ComplaintJourney {

    Variable<String> TYPE = Variable.of("type", String.class);
    Variable<String> SEGMENT = Variable.of("segment", String.class);
    Variable<Integer> RECURRENCE = Variable.of("recurrence", Integer.class);
    Variable<Boolean> REOPENED = Variable.of("reopened", Boolean.class);
    Variable<Integer> PRIORITY = Variable.of("priority", Integer.class);
    Variable<String> QUEUE = Variable.of("queue", String.class);
    Variable<Integer> DEADLINE_HOURS = Variable.of("deadlineHours", Integer.class);
    Variable<Instant> DUE_AT = Variable.of("dueAt", Instant.class);
    Variable<Outcome> OUTCOME = Variable.of("outcome", Outcome.class);
    Variable<String> OUTCOME_MESSAGE = Variable.of("outcomeMessage", String.class);
    Variable<String> RESOLUTION = Variable.of("resolution", String.class);
    Variable<String> PRECISION = Variable.of("precision", String.class);
    Variable<BigDecimal> GESTURE_CEILING = Variable.of("gestureCeiling", BigDecimal.class);
    Variable<BigDecimal> GESTURE_AMOUNT = Variable.of("gestureAmount", BigDecimal.class);
    Variable<BigDecimal> REQUESTED_AMOUNT = Variable.of("requestedAmount", BigDecimal.class);
    Variable<String> REQUESTED_BY = Variable.of("requestedBy", String.class);
    Variable<BigDecimal> APPROVED_AMOUNT = Variable.of("approvedAmount", BigDecimal.class);
    Variable<BigDecimal> GRANTED_AMOUNT = Variable.of("grantedAmount", BigDecimal.class);
    Variable<String> APPROVAL = Variable.of("decision", String.class);
    Variable<String> ESCALATION_ACTION = Variable.of("action", String.class);

    /** What the back office made of it, and the code of the message that tells the subscriber. */
    enum Outcome {
        SOLVED("complaint.solved"),
        CLOSED_WITHOUT_SOLUTION("complaint.closed"),
        GESTURE("complaint.gestureGranted"),
        ASK("complaint.precision");

        private final String message;

        Outcome(String message) {
            this.message = message;
        }

        String message() {
            return message;
        }
    }
}
