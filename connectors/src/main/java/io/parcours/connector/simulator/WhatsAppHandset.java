package io.parcours.connector.simulator;

import io.parcours.connector.simulator.MediaShelf.Stored;
import io.parcours.connector.simulator.Phones.Person;
import io.parcours.connector.simulator.Statuses.Sent;
import io.parcours.connector.simulator.WhatsAppBubble.State;
import io.parcours.connector.simulator.WhatsAppContent.Choice;
import io.parcours.connector.simulator.WhatsAppContent.Media;
import io.parcours.connector.simulator.WhatsAppContent.Place;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** What one subscriber does in the conversation with one business number. Whatever is sent returns WhatsApp's id of it. */
public final class WhatsAppHandset {

    private static final int UNSUPPORTED = 131051;

    private final WhatsAppSimAccount account;
    private final Person person;
    private final Bubbles bubbles;
    private final MediaShelf shelf;
    private final Webhooks webhooks;
    private final Statuses statuses;

    WhatsAppHandset(
            WhatsAppSimAccount account,
            Person person,
            Bubbles bubbles,
            MediaShelf shelf,
            Webhooks webhooks,
            Statuses statuses) {
        this.account = account;
        this.person = person;
        this.bubbles = bubbles;
        this.shelf = shelf;
        this.webhooks = webhooks;
        this.statuses = statuses;
    }

    public String write(String text) {
        return send(WhatsAppContent.text("text", text), Json.object("body", text), null);
    }

    /** Writes by swiping a message to answer it. */
    public String reply(String messageId, String text) {
        return send(WhatsAppContent.text("text", text), Json.object("body", text), received(messageId));
    }

    /** Presses a reply button, or chooses a row of a list, of a message received. */
    public String choose(String messageId, String choiceId) {
        WhatsAppBubble bubble = received(messageId);
        Choice choice = bubble.content().choices().stream()
                .filter(offered -> offered.id().equals(choiceId))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("Nothing to choose is called " + choiceId));
        if (bubble.content().type().equals("template")) {
            Map<String, Object> button = Json.object("payload", choice.id(), "text", choice.title());
            return send(WhatsAppContent.text("button", choice.title()), button, bubble);
        }
        String type = bubble.content().list() ? "list_reply" : "button_reply";
        String description = choice.description().isEmpty() ? null : choice.description();
        Object reply = Json.object("id", choice.id(), "title", choice.title(), "description", description);
        return send(
                WhatsAppContent.text("interactive", choice.title()), Json.object("type", type, type, reply), bubble);
    }

    public String sendImage(byte[] bytes, String mimeType, String caption) {
        return file("image", bytes, mimeType, null, caption);
    }

    public String sendVoice(byte[] bytes, String mimeType) {
        return file("audio", bytes, mimeType, null, null);
    }

    public String sendVideo(byte[] bytes, String mimeType, String caption) {
        return file("video", bytes, mimeType, null, caption);
    }

    public String sendDocument(byte[] bytes, String mimeType, String fileName, String caption) {
        return file("document", bytes, mimeType, fileName, caption);
    }

    /** @param name of the place; null, like the address, for a mere pin */
    public String sendLocation(double latitude, double longitude, String name, String address) {
        Place place = new Place(latitude, longitude, name == null ? "" : name, address == null ? "" : address);
        Map<String, Object> location =
                Json.object("address", address, "latitude", latitude, "longitude", longitude, "name", name);
        return send(WhatsAppContent.place(place), location, null);
    }

    /** @param emoji empty to take the reaction back */
    public String react(String messageId, String emoji) {
        received(messageId);
        bubbles.react(messageId, emoji);
        Map<String, Object> reaction = Json.object("message_id", messageId, "emoji", emoji.isEmpty() ? null : emoji);
        return tell(Wamids.next(), "reaction", reaction, null, "reaction: " + emoji);
    }

    /** Something that WhatsApp does not hand to businesses, such as a poll. */
    public String sendUnsupported() {
        Map<String, Object> error = GraphError.of(0, UNSUPPORTED, "Message type is currently not supported.")
                .inStatus();
        error.remove("href");
        return send(WhatsAppContent.text("unsupported", ""), Map.of("errors", List.of(error)), null);
    }

    /** The conversation is on the screen: what came is read, and so is what comes until {@link #close}. */
    public void open() {
        person.looks(account.phoneNumberId(), true);
        conversation().stream()
                .filter(bubble -> !bubble.fromSubscriber() && bubble.state() == State.DELIVERED)
                .forEach(bubble -> statuses.read(new Sent(bubble.id(), person, "", "")));
    }

    public void close() {
        person.looks(account.phoneNumberId(), false);
    }

    /** Makes the last message that the subscriber wrote older. */
    public void age(Duration by) {
        person.age(by);
    }

    /** What the handset shows of the business number, oldest first. */
    public List<WhatsAppBubble> conversation() {
        return bubbles.conversation(account.phoneNumberId(), person);
    }

    private WhatsAppBubble received(String messageId) {
        return bubbles.find(messageId)
                .filter(bubble -> bubble.phoneNumberId().equals(account.phoneNumberId()))
                .filter(bubble -> person.is(bubble.subscriber()))
                .orElseThrow(() -> new IllegalArgumentException("The handset shows no message " + messageId));
    }

    private String file(String type, byte[] bytes, String mimeType, String fileName, String caption) {
        Stored stored = shelf.store(account.phoneNumberId(), mimeType, fileName, bytes);
        Map<String, Object> file = Json.object(
                "caption",
                caption,
                "filename",
                fileName,
                "mime_type",
                mimeType,
                "sha256",
                stored.sha256(),
                "id",
                stored.id(),
                "voice",
                type.equals("audio") ? true : null);
        String name = fileName == null ? "" : fileName;
        Media media = new Media(stored.id(), null, mimeType, name, bytes.length);
        return send(WhatsAppContent.media(type, caption == null ? "" : caption, media), file, null);
    }

    private String send(WhatsAppContent content, Map<String, Object> wire, WhatsAppBubble repliedTo) {
        String id = Wamids.next();
        bubbles.add(id, account.phoneNumberId(), person, true, content, repliedTo == null ? null : repliedTo.id());
        return tell(id, content.type(), wire, repliedTo, content.type() + ": " + content.text());
    }

    private String tell(String id, String type, Map<String, Object> wire, WhatsAppBubble repliedTo, String detail) {
        person.writes(account.phoneNumberId());
        Subscriber from = person.subscriber();
        Map<String, Object> body = Json.object(
                "context",
                repliedTo == null ? null : context(repliedTo),
                "from",
                from.waId(),
                "from_user_id",
                from.userId(),
                "id",
                id,
                "timestamp",
                Long.toString(Instant.now().getEpochSecond()),
                "type",
                type);
        if (type.equals("unsupported")) {
            body.putAll(wire);
        } else {
            body.put(type, wire);
        }
        Runnable taken = () -> bubbles.advance(id, State.TAKEN);
        webhooks.tellMessage(
                new Notification(id, from.key(), Notification.MESSAGE, Statuses.contact(from), body, detail, taken));
        return id;
    }

    private Object context(WhatsAppBubble repliedTo) {
        String author = repliedTo.fromSubscriber() ? person.subscriber().waId() : account.displayNumber();
        return Json.object("from", author, "id", repliedTo.id());
    }
}
