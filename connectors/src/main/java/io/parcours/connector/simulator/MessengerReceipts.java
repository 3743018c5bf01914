package io.parcours.connector.simulator;

import io.parcours.connector.simulator.MessengerBubble.State;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** What becomes of what one page said, and how the platform hears of it: echo, delivery, reading. */
final class MessengerReceipts {

    private final String pageId;
    private final Webhooks webhooks;
    private final MessengerFaults faults;
    private final Clockwork clockwork;

    MessengerReceipts(String pageId, Webhooks webhooks, MessengerFaults faults, Clockwork clockwork) {
        this.pageId = pageId;
        this.webhooks = webhooks;
        this.faults = faults;
        this.clockwork = clockwork;
    }

    /** @param echo the message as the page said it; null where the platform is not told */
    void follow(MessengerThread thread, MessengerBubble said, Map<String, Object> echo) {
        clockwork.after(faults.statusPause, () -> {
            if (faults.shuffles) {
                if (reads(thread)) {
                    read(thread, said);
                }
                delivered(thread, said);
                echo(thread, said, echo);
            } else {
                echo(thread, said, echo);
                clockwork.after(faults.statusPause, () -> delivered(thread, said));
            }
        });
    }

    /** The person looks at what came: everything until then is read. */
    void read(MessengerThread thread, MessengerBubble last) {
        thread.bubbles().stream()
                .filter(bubble -> !bubble.fromSubscriber() && !bubble.at().isAfter(last.at()))
                .forEach(bubble -> thread.advance(bubble.id(), State.READ));
        tell(thread, last, "read", Json.object("watermark", last.at().toEpochMilli()));
    }

    private void delivered(MessengerThread thread, MessengerBubble said) {
        if (thread.advance(said.id(), State.DELIVERED) || faults.shuffles) {
            tell(thread, said, "delivery", delivery(said));
        }
        if (!faults.shuffles && reads(thread)) {
            clockwork.after(faults.statusPause, () -> read(thread, said));
        }
    }

    private static Map<String, Object> delivery(MessengerBubble said) {
        return Json.object("mids", List.of(said.id()), "watermark", said.at().toEpochMilli());
    }

    private boolean reads(MessengerThread thread) {
        return faults.readsAlways || thread.looks();
    }

    private void echo(MessengerThread thread, MessengerBubble said, Map<String, Object> echo) {
        if (echo != null) {
            Map<String, Object> body = envelope(pageId, thread.psid(), said.at(), "message", echo);
            webhooks.tellStatus(new Notification(said.id(), thread.psid(), "echo", null, body, "echo", () -> {}));
        }
    }

    private void tell(MessengerThread thread, MessengerBubble of, String what, Map<String, Object> content) {
        Map<String, Object> body = envelope(thread.psid(), pageId, Instant.now(), what, content);
        webhooks.tellStatus(new Notification(of.id(), thread.psid(), what, null, body, what, () -> {}));
    }

    static Map<String, Object> envelope(String from, String to, Instant at, String what, Map<String, Object> content) {
        return Json.object(
                "sender",
                Json.object("id", from),
                "recipient",
                Json.object("id", to),
                "timestamp",
                at.toEpochMilli(),
                what,
                content);
    }
}
