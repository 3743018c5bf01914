package io.parcours.demo;

import io.parcours.complaint.ComplaintType;
import io.parcours.demo.DemoFile.Row;
import io.parcours.engine.Model;
import io.parcours.trace.Fact;
import io.parcours.trace.Facts;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/** The facts that the engine's tracing would have left of a past complaint, so that its timeline and its diagram speak. */
@Component
@Profile("demo")
class PastJourney {

    private final Facts facts;
    private final List<Row> steps = DemoFile.rows("journey.csv");

    PastJourney(Facts facts) {
        this.facts = facts;
    }

    /** @param model the version of the journey on which the complaint is said to have run */
    void write(String operator, String caseNumber, PastComplaint complaint, Model model) {
        steps.stream()
                .filter(step -> applies(step.text("only"), complaint))
                .map(step -> fact(step, operator, caseNumber, complaint, model))
                .forEach(facts::record);
    }

    private static boolean applies(String only, PastComplaint complaint) {
        return switch (only) {
            case "always" -> true;
            case "gesture" -> complaint.gesture() != null;
            case "approval" -> complaint.approved();
            case "solved" -> complaint.solved();
            case "unsolved" -> !complaint.solved();
            default -> throw new IllegalArgumentException("journey.csv: " + only);
        };
    }

    private static Fact fact(Row step, String operator, String caseNumber, PastComplaint complaint, Model model) {
        String kind = step.text("kind");
        return new Fact(
                moment(step.text("at"), complaint),
                kind,
                caseNumber,
                null,
                model.key(),
                model.version(),
                step.optional("activity"),
                step.optional("name"),
                actor(step.text("by"), operator, complaint.motive().type()),
                switch (kind) {
                    case "journeyStarted" -> Map.of("definition", model.id());
                    case "gestureGranted" -> gesture(operator, complaint);
                    default -> Map.of();
                });
    }

    private static Instant moment(String at, PastComplaint complaint) {
        return switch (at) {
            case "opened" -> complaint.openedAt();
            case "treated" -> complaint.treatedAt();
            case "closed" -> complaint.closedAt();
            default -> throw new IllegalArgumentException("journey.csv: " + at);
        };
    }

    private static String actor(String by, String operator, ComplaintType type) {
        return switch (by) {
            case "" -> null;
            case "agent" -> Staff.agent(operator, type);
            case "supervisor" -> Staff.supervisor(operator);
            default -> throw new IllegalArgumentException("journey.csv: " + by);
        };
    }

    private static Map<String, Object> gesture(String operator, PastComplaint complaint) {
        Map<String, Object> detail = new LinkedHashMap<>(Map.of("amount", complaint.gesture()));
        if (complaint.approved()) {
            detail.put("approvedBy", Staff.supervisor(operator));
        }
        return detail;
    }
}
