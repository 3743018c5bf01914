package io.parcours.connector.telegram;

import com.fasterxml.jackson.databind.JsonNode;
import io.parcours.connector.web.Fields;
import io.parcours.conversation.Attachment;
import io.parcours.conversation.Problem;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What a message holds beside words, in our names for it. */
final class Attached {

    /** The field of a file, and what it is. An animation is told as a document too, so that it comes first. */
    private static final Map<String, String> FILES = new LinkedHashMap<>();

    /** What people send and we cannot show. */
    private static final List<String> OTHERS = List.of(
            "dice",
            "poll",
            "game",
            "story",
            "paid_media",
            "live_photo",
            "checklist",
            "giveaway",
            "invoice",
            "rich_message",
            "gift");

    /** Fields that say how and from whom, not what. */
    private static final Set<String> ABOUT =
            Set.of("message_id", "from", "chat", "date", "entities", "reply_to_message");

    static {
        FILES.put("animation", "video");
        FILES.put("video", "video");
        FILES.put("video_note", "video");
        FILES.put("voice", "audio");
        FILES.put("audio", "audio");
        FILES.put("document", "document");
        FILES.put("sticker", "sticker");
    }

    private Attached() {}

    /** What was written, beside a file or alone; of a sticker, the emoji that it stands for. */
    static String words(JsonNode message) {
        String text = Fields.text(message, "text");
        return text.isEmpty() ? Fields.text(message, "caption") : text;
    }

    static Optional<Attachment> to(JsonNode message) {
        return photo(message)
                .or(() -> file(message))
                .or(() -> place(message))
                .or(() -> message.path("contact").isObject() ? other("contacts") : Optional.empty())
                .or(() -> OTHERS.stream()
                        .filter(field -> message.path(field).isObject())
                        .findFirst()
                        .flatMap(Attached::other));
    }

    /** As meters name it. */
    static String kind(Attachment attachment) {
        return attachment.mediaId() != null ? "media" : attachment.type().equals("location") ? "location" : "other";
    }

    /** What Telegram tells in the form of a message, such as that one was pinned. */
    static Problem service(JsonNode message) {
        Iterator<String> fields = message.fieldNames();
        while (fields.hasNext()) {
            String field = fields.next();
            if (!ABOUT.contains(field)) {
                return Problem.of("notice.telegram.service", field);
            }
        }
        return Problem.of("notice.message.noContent");
    }

    /** Of the sizes in which Telegram keeps a picture, the last is the largest. */
    private static Optional<Attachment> photo(JsonNode message) {
        JsonNode sizes = message.path("photo");
        return Fields.word(sizes.path(sizes.size() - 1), "file_id")
                .map(id -> Attachment.media("image", id, "image/jpeg", null));
    }

    private static Optional<Attachment> file(JsonNode message) {
        return FILES.entrySet().stream()
                .filter(kind -> message.path(kind.getKey()).isObject())
                .findFirst()
                .flatMap(kind -> {
                    JsonNode file = message.path(kind.getKey());
                    return Fields.word(file, "file_id")
                            .map(id -> Attachment.media(
                                    kind.getValue(),
                                    id,
                                    Fields.word(file, "mime_type").orElse(null),
                                    Fields.word(file, "file_name")
                                            .or(() -> Fields.word(file, "title"))
                                            .orElse(null)));
                });
    }

    private static Optional<Attachment> place(JsonNode message) {
        JsonNode venue = message.path("venue");
        JsonNode location = venue.isObject() ? venue.path("location") : message.path("location");
        double latitude = location.path("latitude").asDouble(Double.NaN);
        double longitude = location.path("longitude").asDouble(Double.NaN);
        String name = Fields.word(venue, "title")
                .or(() -> Fields.word(venue, "address"))
                .orElse(null);
        return Math.abs(latitude) <= 90 && Math.abs(longitude) <= 180
                ? Optional.of(Attachment.place(name, latitude, longitude))
                : Optional.empty();
    }

    private static Optional<Attachment> other(String type) {
        return Optional.of(Attachment.other(type));
    }
}
