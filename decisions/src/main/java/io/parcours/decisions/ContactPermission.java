package io.parcours.decisions;

import java.time.Duration;
import java.time.LocalDateTime;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;

/** Says whether a customer may be contacted now: what they refused, quiet hours, contact pressure (decision {@value #DECISION}). */
public final class ContactPermission {

    public static final String DECISION = "contact-permission";

    private final DecisionEvaluator decisions;

    public ContactPermission(DecisionEvaluator decisions) {
        this.decisions = decisions;
    }

    public Answer decide(Contact contact) {
        DecisionRow row = DecisionRow.single(decisions, DECISION, contact.inputs());
        Permission permission = Permission.valueOf(row.text("permission"));
        Duration wait =
                permission == Permission.LATER ? until(contact.localTime(), row.positive("resumeHour")) : Duration.ZERO;
        return new Answer(permission, row.text("reason"), wait);
    }

    /** Until that hour comes next; the decision is asked again then, and may put it off once more. */
    private static Duration until(LocalDateTime now, int hour) {
        LocalDateTime today = now.toLocalDate().atTime(hour, 0);
        return Duration.between(now, now.isBefore(today) ? today : today.plusDays(1));
    }

    /** Whether, and when. */
    public enum Permission {
        ALLOWED,
        /** Not at this hour. */
        LATER,
        REFUSED
    }

    /**
     * A contact that is about to be made, as the decision sees it.
     *
     * @param purpose {@code service}, {@code marketing}, {@code survey} or {@code collection}
     * @param optedOut whether the customer refused this purpose, or everything, on this channel
     * @param consent whether the customer agreed to this purpose
     * @param localTime where the customer is
     * @param contactsToday how often the customer was contacted for other purposes than service in the last 24 hours
     * @param contactsThisWeek the same, in the last seven days
     */
    public record Contact(
            String purpose,
            boolean optedOut,
            boolean consent,
            LocalDateTime localTime,
            int contactsToday,
            int contactsThisWeek) {

        public Contact {
            Objects.requireNonNull(purpose, "purpose");
        }

        /** The variables that the decision reads. */
        public Map<String, Object> inputs() {
            Map<String, Object> inputs = new HashMap<>();
            inputs.put("purpose", purpose);
            inputs.put("optedOut", optedOut);
            inputs.put("consent", consent);
            inputs.put("weekday", localTime.getDayOfWeek().getValue());
            inputs.put("hour", localTime.getHour());
            inputs.put("contactsToday", contactsToday);
            inputs.put("contactsThisWeek", contactsThisWeek);
            return inputs;
        }
    }

    /**
     * What was decided.
     *
     * @param reason in one word, such as {@code quietHours}
     * @param pause how long to wait, where it is later
     */
    public record Answer(Permission permission, String reason, Duration pause) {}
}
