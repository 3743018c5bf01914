package io.parcours.connector.telephony;

import com.fasterxml.jackson.databind.JsonNode;
import io.parcours.connector.Discreet;
import io.parcours.telephony.Answerer;
import io.parcours.telephony.CallEnd;
import io.parcours.telephony.CallEvents;
import io.parcours.telephony.CallOutcome;
import java.util.Map;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A channel that we asked for: from the first ring to its end, which is told once. */
final class Leg implements Party {

    private static final Logger log = LoggerFactory.getLogger(Leg.class);

    private final Ari ari;
    private final String channel;
    private final Executor mailbox;
    private final boolean detect;
    private final CallEvents events;
    private final Consumer<Leg> ended;
    private boolean rang;
    private boolean networkSpoke;
    private volatile boolean up;
    private boolean answered;
    private boolean listening;
    private volatile boolean cancelled;
    private volatile boolean begun;
    private volatile boolean over;

    Leg(Ari ari, String channel, Executor mailbox, boolean detect, CallEvents events, Consumer<Leg> ended) {
        this.ari = ari;
        this.channel = channel;
        this.mailbox = mailbox;
        this.detect = detect;
        this.events = events;
        this.ended = ended;
    }

    String channel() {
        return channel;
    }

    /** Whether somebody is there: it was answered, and may have ended since. */
    boolean up() {
        return up;
    }

    /** Before the command: what ends now, we ended. */
    void cancel() {
        cancelled = true;
        if (begun) {
            hangUp();
        } else {
            // The exchange may not know it yet: that it is gone says nothing before the command has been answered.
            ari.hangUp(channel, Cause.NORMAL);
        }
    }

    /** The exchange has answered the command that asked for it, or will not any more. */
    void begun() {
        begun = true;
        if (cancelled) {
            hangUp();
        }
    }

    @Override
    public void on(String type, JsonNode event) {
        switch (type) {
            case "Dial" -> dial(event.path("dialstatus").asText());
            case "ChannelHangupRequest" -> networkSpoke |= event.has("tech_cause");
            case "StasisStart" -> entered(event.path("args"));
            case "StasisEnd" -> left();
            case "ChannelDestroyed" ->
                end(event.path("cause").asInt(), event.path("tech_cause").asInt());
            default -> {}
        }
    }

    @Override
    public void stillThere(JsonNode state) {
        if (cancelled) {
            hangUp();
        } else if (!up && state.path("state").asText().equals("Up")) {
            // The answer fell into the gap; who it was is not known any more.
            entered(state.path("no args"));
        }
    }

    @Override
    public void gone() {
        end(0, 0);
    }

    /** The exchange would not even begin. */
    void refused() {
        end(0, 0);
    }

    private void dial(String status) {
        // Its own ringing, or an announcement, that can be heard before anybody answers.
        networkSpoke |= status.equals("PROGRESS");
        if (status.equals("RINGING") && !rang) {
            rang = true;
            tell(events::ringing);
        }
    }

    private void entered(JsonNode args) {
        if (cancelled) {
            // Answered at the moment in which we gave up.
            hangUp();
            return;
        }
        up = true;
        if (args.path(0).asText().equals("amd")) {
            listening = false;
            answered(answerer(args.path(1).asText()));
        } else if (detect && !answered && args.size() > 0) {
            listening = true;
            ari.post(
                    "continue",
                    Ari.channel(channel) + "/continue",
                    Map.of("context", "amd", "extension", "s", "priority", "1"));
        } else {
            answered(Answerer.UNASKED);
        }
    }

    private void answered(Answerer who) {
        if (!answered) {
            answered = true;
            tell(() -> events.answered(who));
        }
    }

    /** Into the dialplan to listen who it is, else for good; then the last event is still to come. */
    private void left() {
        if (!listening && !up) {
            end(0, 0);
        }
    }

    private void hangUp() {
        ari.hangUpSurely(channel, Cause.NORMAL, mailbox, () -> over, () -> end(Cause.NORMAL, 0));
    }

    private void end(int cause, int sip) {
        if (over) {
            return;
        }
        over = true;
        ended.accept(this);
        CallOutcome outcome =
                up ? CallOutcome.ANSWERED : cancelled ? CallOutcome.CANCELLED : Outcomes.of(cause, rang, networkSpoke);
        tell(() -> events.ended(new CallEnd(outcome, cause, sip, rang)));
    }

    private static Answerer answerer(String status) {
        return switch (status) {
            case "HUMAN" -> Answerer.HUMAN;
            case "MACHINE" -> Answerer.MACHINE;
            default -> Answerer.UNSURE;
        };
    }

    private static void tell(Runnable event) {
        try {
            event.run();
        } catch (RuntimeException failure) {
            log.error("Who was told of a call failed", Discreet.copy(failure));
        }
    }
}
