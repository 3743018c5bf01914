package io.parcours.connector.simulator;

import io.parcours.connector.simulator.MessengerBubble.Choice;
import io.parcours.connector.simulator.MessengerBubble.State;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** What one person does in the conversation with one page. Whatever is sent returns Messenger's id of it. */
public final class MessengerHandset {

    private static final String GET_STARTED = "GET_STARTED";
    private static final long THUMB = 369_239_263_222_822L;

    private final MessengerSimAccount account;
    private final MessengerThread thread;
    private final MediaShelf shelf;
    private final String url;
    private final Webhooks webhooks;
    private final MessengerReceipts receipts;

    /** @param url of the simulator, where files are */
    MessengerHandset(
            MessengerSimAccount account,
            MessengerThread thread,
            MediaShelf shelf,
            String url,
            Webhooks webhooks,
            MessengerReceipts receipts) {
        this.account = account;
        this.thread = thread;
        this.shelf = shelf;
        this.url = url;
        this.webhooks = webhooks;
        this.receipts = receipts;
    }

    /** By which the page knows the person. */
    public String psid() {
        return thread.psid();
    }

    public String write(String text) {
        return message("text", text, Json.object("text", text));
    }

    /** Writes in answer to one message. */
    public String reply(String messageId, String text) {
        received(messageId);
        return message("text", text, Json.object("text", text, "reply_to", Json.object("mid", messageId)));
    }

    /** Touches a quick reply, or presses a button, of a message received. Quick replies are gone once something came after. */
    public String choose(String messageId, String payload) {
        MessengerBubble bubble = received(messageId);
        Choice choice = bubble.choices().stream()
                .filter(offered -> offered.payload().equals(payload))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("Nothing to choose is called " + payload));
        if (bubble.buttons()) {
            String id = MessengerSends.mid();
            show(id, "text", choice.title());
            return tell(
                    id,
                    "postback",
                    Json.object("mid", id, "title", choice.title(), "payload", payload),
                    choice.title());
        }
        List<MessengerBubble> all = conversation();
        if (!all.get(all.size() - 1).id().equals(messageId)) {
            throw new IllegalArgumentException("The quick replies have gone");
        }
        Map<String, Object> reply = Json.object("payload", payload);
        return message("text", choice.title(), Json.object("text", choice.title(), "quick_reply", reply));
    }

    public String sendImage(byte[] bytes, String mimeType) {
        String id = shelf.store(account.pageId(), mimeType, null, bytes).id();
        return message("image", "", attachment("image", Json.object("url", url + "/files/" + id)));
    }

    public String sendLocation(double latitude, double longitude) {
        Object coordinates = Json.object("lat", latitude, "long", longitude);
        return message("location", "", attachment("location", Json.object("coordinates", coordinates)));
    }

    /** The thumb that stands beside the field to write in. */
    public String sendThumb() {
        Map<String, Object> sticker = attachment("image", Json.object("url", url + "/thumb", "sticker_id", THUMB));
        sticker.put("sticker_id", THUMB);
        return message("sticker", "", sticker);
    }

    /** Something that Messenger does not hand to pages, such as a poll. */
    public String sendUnsupported() {
        return message("unsupported", "", Json.object("is_unsupported", true));
    }

    public String react(String messageId, String emoji) {
        received(messageId);
        thread.react(messageId, emoji);
        Map<String, Object> reaction =
                Json.object("mid", messageId, "action", "react", "reaction", "other", "emoji", emoji);
        return tell(MessengerSends.mid(), "reaction", reaction, emoji);
    }

    /**
     * Follows a link to the page. Who never spoke with it presses "Get started" first.
     *
     * @param reference what the link holds after {@code ref=}; null for none
     */
    public String comeBy(String reference) {
        Map<String, Object> referral = Json.object("ref", reference, "source", "SHORTLINK", "type", "OPEN_THREAD");
        String id = MessengerSends.mid();
        if (thread.begun()) {
            return tell(id, "referral", referral, "m.me");
        }
        show(id, "start", "");
        Map<String, Object> start = Json.object(
                "mid",
                id,
                "title",
                "Get Started",
                "payload",
                GET_STARTED,
                "referral",
                reference == null ? null : referral);
        return tell(id, "postback", start, GET_STARTED);
    }

    /** The conversation is on the screen: what came is read, and so is what comes until {@link #close}. */
    public void open() {
        thread.looks(true);
        List<MessengerBubble> unread = thread.unread();
        if (!unread.isEmpty()) {
            receipts.read(thread, unread.get(unread.size() - 1));
        }
    }

    public void close() {
        thread.looks(false);
    }

    /** Makes the last thing that the person did here older. */
    public void age(Duration by) {
        thread.age(by);
    }

    /** The person receives nothing of the page any more, until they want to again. */
    public void block(boolean blocked) {
        thread.block(blocked);
    }

    /** What the handset shows of the page, oldest first. */
    public List<MessengerBubble> conversation() {
        return thread.bubbles();
    }

    private MessengerBubble received(String messageId) {
        return thread.find(messageId)
                .filter(bubble -> !bubble.fromSubscriber())
                .orElseThrow(() -> new IllegalArgumentException("The handset shows no message " + messageId));
    }

    private static Map<String, Object> attachment(String type, Object payload) {
        return Json.object("attachments", List.of(Json.object("type", type, "payload", payload)));
    }

    private String message(String type, String text, Map<String, Object> content) {
        String id = MessengerSends.mid();
        content.put("mid", id);
        show(id, type, text);
        return tell(id, "message", content, type + ": " + text);
    }

    private void show(String id, String type, String text) {
        thread.add(new MessengerBubble(
                id, Instant.now(), account.pageId(), psid(), true, type, text, List.of(), "", State.WAITING));
    }

    private String tell(String id, String what, Map<String, Object> content, String detail) {
        thread.writes();
        Map<String, Object> body = MessengerReceipts.envelope(psid(), account.pageId(), Instant.now(), what, content);
        Runnable taken = () -> thread.advance(id, State.TAKEN);
        webhooks.tellMessage(new Notification(id, psid(), what, null, body, what + " " + detail, taken));
        return id;
    }
}
