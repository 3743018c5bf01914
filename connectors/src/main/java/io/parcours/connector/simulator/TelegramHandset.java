package io.parcours.connector.simulator;

import io.parcours.connector.simulator.MediaShelf.Stored;
import io.parcours.connector.simulator.TelegramBubble.Button;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;

/** What one person does in the conversation with one bot. Whatever is sent returns Telegram's id of it. */
public final class TelegramHandset {

    private static final AtomicLong CALLBACKS = new AtomicLong(4_382_000_000L);
    private static final Runnable NOTHING = () -> {};

    private final TelegramBot bot;
    private final TelegramThread thread;
    private final TelegramPerson person;
    private final MediaShelf shelf;

    TelegramHandset(TelegramBot bot, TelegramPerson person, MediaShelf shelf) {
        this.bot = bot;
        this.thread = bot.thread(person);
        this.person = person;
        this.shelf = shelf;
    }

    /** Presses "Start". @param reference what the link by which they came holds after {@code start=}; null for none */
    public long start(String reference) {
        return write(reference == null ? "/start" : "/start " + reference);
    }

    public long write(String text) {
        return send("text", text, Json.object("text", text));
    }

    /** Changes what was written before. */
    public void edit(long messageId, String text) {
        thread.edit(messageId, text);
        Map<String, Object> message = message(messageId, Json.object("text", text));
        message.put("edit_date", Instant.now().getEpochSecond());
        bot.updates().tell("edited_message", person.key(), message, NOTHING);
    }

    /** Presses a button under a message of the bot's. */
    public void press(long messageId, String data) {
        TelegramBubble bubble = received(messageId);
        Button button = bubble.keyboard().stream()
                .flatMap(List::stream)
                .filter(each -> each.data().equals(data))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("No button gives back " + data));
        String callback = String.valueOf(CALLBACKS.incrementAndGet());
        thread.waits(callback);
        Map<String, Object> query = Json.object(
                "id",
                callback,
                "from",
                person.asUser(),
                "message",
                TelegramMethods.message(bot, thread, messageId, bubble.text(), bubble.keyboard()),
                "chat_instance",
                "chat-" + person.id(),
                "data",
                button.data());
        bot.updates().tell("callback_query", person.key(), query, NOTHING);
    }

    /** Whether a pressed button still waits for the bot. */
    public boolean waits() {
        return thread.waits();
    }

    /** What is written on the button by which the number can be shared; empty where the bot did not ask for it. */
    public String contactButton() {
        return thread.contactButton();
    }

    /** Shares the own number, by that button or by hand. */
    public long shareContact() {
        thread.contactButton("");
        return contact(person.number(), person.firstName(), person.id());
    }

    /** Passes on a contact of the telephone's book. @param userId theirs; null where they are not on Telegram */
    public long sendContact(String number, String name, Long userId) {
        return contact(number, name, userId);
    }

    public long sendPhoto(byte[] bytes, String caption) {
        Stored stored = shelf.store(bot.id(), "image/png", null, bytes);
        Map<String, Object> small = size(stored.id() + "s", 90, 120, bytes.length / 4);
        Map<String, Object> whole = size(stored.id(), 240, 320, bytes.length);
        return send("photo", caption, Json.object("photo", List.of(small, whole), "caption", caption));
    }

    public long sendVoice(byte[] bytes) {
        String id = shelf.store(bot.id(), "audio/ogg", null, bytes).id();
        Map<String, Object> voice =
                Json.object("file_id", id, "file_unique_id", "u" + id, "duration", 3, "mime_type", "audio/ogg");
        return send("voice", "", Json.object("voice", voice));
    }

    public long sendDocument(byte[] bytes, String mimeType, String fileName, String caption) {
        String id = shelf.store(bot.id(), mimeType, fileName, bytes).id();
        Map<String, Object> document =
                Json.object("file_id", id, "file_unique_id", "u" + id, "mime_type", mimeType, "file_name", fileName);
        return send("document", caption, Json.object("document", document, "caption", caption));
    }

    public long sendLocation(double latitude, double longitude) {
        Object location = Json.object("latitude", latitude, "longitude", longitude);
        return send("location", "", Json.object("location", location));
    }

    /** The person receives nothing of the bot any more, until they want to again. */
    public void block(boolean blocked) {
        thread.block(blocked);
        membership(person.asChat(), blocked ? "member" : "kicked", blocked ? "kicked" : "member");
    }

    /** Takes the bot into a group. @return the group's id */
    public long takeIntoGroup(String title) {
        long group = -1_000_000_000L - bot.nextMessageId();
        bot.groups().add(group);
        membership(Json.object("id", group, "title", title, "type", "group"), "left", "member");
        return group;
    }

    /** What the handset shows of the bot, oldest first. */
    public List<TelegramBubble> conversation() {
        return thread.bubbles();
    }

    /** Whether the person ever came to the bot, and has not blocked it. */
    public boolean begun() {
        return thread.begun() && !thread.blocked();
    }

    private TelegramBubble received(long messageId) {
        return thread.find(messageId)
                .filter(bubble -> !bubble.fromSubscriber())
                .orElseThrow(() -> new IllegalArgumentException("The handset shows no message " + messageId));
    }

    private long contact(String number, String name, Long userId) {
        Object contact = Json.object("phone_number", number, "first_name", name, "user_id", userId);
        return send("contact", number, Json.object("contact", contact));
    }

    private static Map<String, Object> size(String id, int width, int height, int octets) {
        return Json.object(
                "file_id", id, "file_unique_id", "u" + id, "width", width, "height", height, "file_size", octets);
    }

    private void membership(Object chat, String before, String after) {
        Map<String, Object> change = Json.object(
                "chat",
                chat,
                "from",
                person.asUser(),
                "date",
                Instant.now().getEpochSecond(),
                "old_chat_member",
                member(before),
                "new_chat_member",
                member(after));
        bot.updates().tell("my_chat_member", person.key(), change, NOTHING);
    }

    private Map<String, Object> member(String status) {
        return Json.object("user", bot.asUser(), "status", status, "until_date", status.equals("kicked") ? 0 : null);
    }

    private Map<String, Object> message(long id, Map<String, Object> content) {
        Map<String, Object> message = Json.object(
                "message_id",
                id,
                "from",
                person.asUser(),
                "chat",
                person.asChat(),
                "date",
                Instant.now().getEpochSecond());
        message.putAll(content);
        return message;
    }

    private long send(String type, String text, Map<String, Object> content) {
        if (thread.blocked()) {
            block(false);
        }
        thread.begin();
        long id = bot.nextMessageId();
        String shown = text == null ? "" : text;
        thread.add(new TelegramBubble(id, Instant.now(), true, type, shown, List.of(), false));
        bot.updates().tell("message", person.key(), message(id, content), () -> thread.taken(id));
        return id;
    }
}
