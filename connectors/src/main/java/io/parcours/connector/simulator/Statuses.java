package io.parcours.connector.simulator;

import io.parcours.connector.simulator.Phones.Person;
import io.parcours.connector.simulator.WhatsAppBubble.State;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** What becomes of the messages of one business number after they were accepted, and how the platform hears of it. */
final class Statuses {

    private static final Duration WINDOW = Duration.ofHours(24);

    private final String phoneNumberId;
    private final Webhooks webhooks;
    private final Bubbles bubbles;
    private final WhatsAppFaults faults;
    private final Clockwork clockwork;

    Statuses(String phoneNumberId, Webhooks webhooks, Bubbles bubbles, WhatsAppFaults faults, Clockwork clockwork) {
        this.phoneNumberId = phoneNumberId;
        this.webhooks = webhooks;
        this.bubbles = bubbles;
        this.faults = faults;
        this.clockwork = clockwork;
    }

    /**
     * An accepted message.
     *
     * @param category what Meta charges it as
     * @param tag given back with each status; empty for none
     */
    record Sent(String id, Person to, String category, String tag) {}

    void follow(Sent sent) {
        clockwork.after(faults.statusPause, () -> {
            if (faults.shuffles) {
                shuffled(sent);
            } else {
                step(sent, State.SENT);
            }
        });
    }

    void fail(Sent sent, GraphError error) {
        clockwork.after(faults.statusPause, () -> {
            bubbles.advance(sent.id(), State.FAILED);
            tell(sent, State.FAILED, error);
        });
    }

    /** The subscriber looks at what came. */
    void read(Sent sent) {
        if (bubbles.advance(sent.id(), State.READ)) {
            tell(sent, State.READ, null);
        }
    }

    private void step(Sent sent, State state) {
        if (bubbles.advance(sent.id(), state)) {
            tell(sent, state, null);
        }
        if (state == State.SENT) {
            clockwork.after(faults.statusPause, () -> step(sent, State.DELIVERED));
        } else if (reads(sent)) {
            clockwork.after(faults.statusPause, () -> read(sent));
        }
    }

    private void shuffled(Sent sent) {
        List<State> lastFirst =
                reads(sent) ? List.of(State.READ, State.DELIVERED, State.SENT) : List.of(State.DELIVERED, State.SENT);
        bubbles.advance(sent.id(), lastFirst.get(0));
        lastFirst.forEach(state -> tell(sent, state, null));
    }

    private boolean reads(Sent sent) {
        return faults.readsAlways || sent.to().looks(phoneNumberId);
    }

    private void tell(Sent sent, State state, GraphError error) {
        Subscriber to = sent.to().subscriber();
        String word = state.name().toLowerCase(Locale.ROOT);
        Map<String, Object> body = Json.object(
                "id", sent.id(),
                "status", word,
                "timestamp", Long.toString(Instant.now().getEpochSecond()),
                "recipient_id", to.waId(),
                "recipient_user_id", to.userId(),
                "biz_opaque_callback_data", sent.tag().isEmpty() ? null : sent.tag(),
                "conversation", conversation(sent, state),
                "pricing", state == State.SENT || state == State.DELIVERED ? pricing(sent) : null,
                "errors", error == null ? null : List.of(error.inStatus()));
        Map<String, Object> contact = to.userId() == null ? null : contact(to);
        String detail = "status " + word + (error == null ? "" : " " + error.code() + " " + error.title());
        webhooks.tellStatus(new Notification(sent.id(), to.key(), word, contact, body, detail, () -> {}));
    }

    static Map<String, Object> contact(Subscriber subscriber) {
        Object profile = subscriber.name() == null ? null : Json.object("name", subscriber.name());
        return Json.object("profile", profile, "wa_id", subscriber.waId(), "user_id", subscriber.userId());
    }

    private static Object pricing(Sent sent) {
        return Json.object(
                "billable",
                !sent.category().equals("service"),
                "pricing_model",
                "PMP",
                "type",
                sent.category().equals("service") ? "free_customer_service" : "regular",
                "category",
                sent.category());
    }

    /** Meta speaks of conversations only for subscribers with a number. */
    private static Object conversation(Sent sent, State state) {
        String waId = sent.to().subscriber().waId();
        if (waId == null || state != State.SENT && state != State.DELIVERED) {
            return null;
        }
        String expires = Long.toString(Instant.now().plus(WINDOW).getEpochSecond());
        return Json.object(
                "id",
                Integer.toHexString(waId.hashCode()) + sent.category(),
                "expiration_timestamp",
                state == State.SENT ? expires : null,
                "origin",
                Json.object("type", sent.category()));
    }
}
