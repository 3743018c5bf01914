package io.parcours.decisions;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;

/** Says how urgent a complaint is, who handles it and until when (decision {@value #DECISION}). */
public final class ComplaintPriority {

    public static final String DECISION = "complaint-priority";

    private final DecisionEvaluator decisions;

    public ComplaintPriority(DecisionEvaluator decisions) {
        this.decisions = decisions;
    }

    public Handling decide(Case complaint) {
        DecisionRow row = DecisionRow.single(decisions, DECISION, complaint.inputs());
        return new Handling(row.positive("priority"), row.text("queue"), row.positive("deadlineHours"));
    }

    /**
     * A complaint as the decision sees it.
     *
     * @param type TECHNICAL, FINANCIAL or RELATIONAL
     * @param segment GOLD, SILVER, STANDARD or BUSINESS; null for a prospect
     * @param recurrence how many complaints of the same motive the customer made in the twelve months before this one
     * @param amount what is disputed, in the tenant's currency; null where unknown
     * @param reopened whether the customer said that a first answer did not solve it
     */
    public record Case(String type, String segment, int recurrence, BigDecimal amount, boolean reopened) {

        public Case {
            Objects.requireNonNull(type, "type");
        }

        /** The variables that the decision reads; the amount as a double, because the engine has no decimal type. */
        public Map<String, Object> inputs() {
            Map<String, Object> inputs = new HashMap<>();
            inputs.put("type", type);
            inputs.put("segment", segment);
            inputs.put("recurrence", recurrence);
            inputs.put("amount", amount == null ? null : amount.doubleValue());
            inputs.put("reopened", reopened);
            return inputs;
        }
    }

    /**
     * What was decided.
     *
     * @param priority 1 (first) to 5
     * @param queue code of the work queue
     * @param deadlineHours hours from now until the complaint is late
     */
    public record Handling(int priority, String queue, int deadlineHours) {}
}
