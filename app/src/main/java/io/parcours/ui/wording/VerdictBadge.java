package io.parcours.ui.wording;

import io.parcours.ui.component.Badge;
import io.parcours.wording.TemplateState.Verdict;

/** Whether a template can be sent, in a word. */
class VerdictBadge extends Badge {

    VerdictBadge(Verdict verdict) {
        super(icon(verdict), TextWords.verdict(verdict), tone(verdict));
    }

    private static String icon(Verdict verdict) {
        return switch (verdict) {
            case APPROVED -> "circle-check";
            case IN_REVIEW -> "hourglass";
            case UNKNOWN -> "circle-help";
            case OTHER_BODY, PAUSED -> "circle-alert";
            case REJECTED, DISABLED, MISSING, NOT_USABLE -> "octagon-alert";
        };
    }

    private static Tone tone(Verdict verdict) {
        return switch (verdict) {
            case APPROVED -> Tone.FINE;
            case IN_REVIEW -> Tone.INFO;
            case UNKNOWN -> Tone.NEUTRAL;
            case OTHER_BODY, PAUSED -> Tone.SOON;
            case REJECTED, DISABLED, MISSING, NOT_USABLE -> Tone.LATE;
        };
    }
}
