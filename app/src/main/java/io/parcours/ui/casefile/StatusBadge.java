package io.parcours.ui.casefile;

import static io.parcours.ui.component.Words.t;

import io.parcours.complaint.ComplaintStatus;
import io.parcours.ui.component.Badge;

/** Where a complaint stands (requirement 4.5). */
public final class StatusBadge extends Badge {

    public StatusBadge(ComplaintStatus status) {
        super(icon(status), t("case.status." + status), tone(status));
    }

    private static String icon(ComplaintStatus status) {
        return switch (status) {
            case OPEN -> "circle-dot";
            case IN_PROGRESS -> "loader-circle";
            case PROCESSED -> "circle-check";
            case CLOSED_WITHOUT_SOLUTION -> "ban";
        };
    }

    private static Tone tone(ComplaintStatus status) {
        return switch (status) {
            case OPEN, IN_PROGRESS -> Tone.INFO;
            case PROCESSED -> Tone.FINE;
            case CLOSED_WITHOUT_SOLUTION -> Tone.NEUTRAL;
        };
    }
}
