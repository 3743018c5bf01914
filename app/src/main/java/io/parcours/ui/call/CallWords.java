package io.parcours.ui.call;

import static io.parcours.ui.component.Words.t;

import io.parcours.call.AgentCall;
import io.parcours.call.CallRefused;
import io.parcours.security.ParcoursUser;
import io.parcours.ui.casefile.Labels;
import io.parcours.ui.casefile.People;
import io.parcours.ui.casefile.Phone;
import io.parcours.ui.component.Notices;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;

/** Calls in words. */
public final class CallWords {

    private static final DateTimeFormatter HOUR = DateTimeFormatter.ofPattern("HH:mm");

    private CallWords() {}

    /** Whether the act succeeded; where not, the person has been told why. */
    public static boolean tell(String zone, Runnable act) {
        try {
            act.run();
            return true;
        } catch (CallRefused refused) {
            Notices.failure(refusal(refused, zone));
            return false;
        }
    }

    static String refusal(CallRefused refused, String zone) {
        return switch (refused.reason()) {
            case NOT_ALLOWED ->
                t("calls.refused.NOT_ALLOWED", Labels.of("fact.contactRefused." + refused.detail(), refused.detail()));
            case LATER ->
                t(
                        "calls.refused.LATER",
                        HOUR.format(Instant.now().plus(refused.pause()).atZone(ZoneId.of(zone))));
            default -> t("calls.refused." + refused.reason());
        };
    }

    /** Who is at the other end. */
    public static String customer(AgentCall call) {
        return number(call.customerName());
    }

    /** A number with room between its figures; that there is none, where the caller shows none. */
    static String number(String number) {
        return number.startsWith("anonymous:") ? t("calls.anonymous") : Phone.text(number);
    }

    /** Who has it, or where it was given. */
    public static String agent(AgentCall call) {
        return call.agent() == null ? t("calls.outside", Phone.text(call.place())) : People.name(call.agent());
    }

    /** In what state it is, as of now; honest where the exchange cannot be asked. */
    public static String state(AgentCall call) {
        if (call.problem() != null) {
            return t("calls.state.unknown");
        }
        if (call.consultation() != null) {
            String who = Phone.text(call.consultation().who());
            return t(call.consultation().up() ? "calls.state.consulting" : "calls.state.consultRings", who);
        }
        return t("calls.state." + call.state());
    }

    /** How it ended. */
    public static String outcome(String outcome) {
        return Labels.of("calls.outcome." + outcome, t("calls.outcome.OUR_SIDE"));
    }

    static String me() {
        return ParcoursUser.current().map(ParcoursUser::username).orElseThrow();
    }
}
