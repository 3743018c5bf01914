package io.parcours.connector.messenger;

import com.fasterxml.jackson.databind.JsonNode;
import io.parcours.connector.web.Fields;
import io.parcours.conversation.Attachment;
import java.util.ArrayList;
import java.util.List;

/** Reads what came with a message. Messenger gives addresses where the files can be fetched for some days, and no ids. */
final class Attached {

    private static final String UNSUPPORTED = "unsupported";

    private Attached() {}

    static List<Attachment> to(JsonNode message) {
        if (message.path("is_unsupported").asBoolean()) {
            return List.of(Attachment.other(UNSUPPORTED));
        }
        List<Attachment> all = new ArrayList<>();
        for (JsonNode attachment : message.path("attachments")) {
            all.add(one(attachment));
        }
        // For a while Meta tells a sticker twice, as one and as an image.
        return all.stream()
                .filter(Attached::isSticker)
                .findFirst()
                .map(List::of)
                .orElse(all);
    }

    private static boolean isSticker(Attachment attachment) {
        return attachment.type().equals("sticker");
    }

    private static Attachment one(JsonNode attachment) {
        String type = Fields.word(attachment, "type").orElse(UNSUPPORTED);
        JsonNode payload = attachment.path("payload");
        String url = Fields.address(payload, "url")
                .or(() -> Fields.address(attachment, "url"))
                .orElse(null);
        if (payload.hasNonNull("sticker_id")) {
            return Attachment.media("sticker", url, null, null);
        }
        return switch (type) {
            case "location" -> place(payload.path("coordinates"));
            case "file" -> Attachment.media("document", url, null, title(attachment));
            // Templates, shares, reels and whatever comes next have a name and perhaps an address.
            default -> Attachment.media(type, url, null, title(attachment));
        };
    }

    private static String title(JsonNode attachment) {
        return Fields.word(attachment, "title")
                .or(() -> Fields.word(attachment.path("payload"), "title"))
                .orElse(null);
    }

    private static Attachment place(JsonNode coordinates) {
        double latitude = coordinates.path("lat").asDouble(Double.NaN);
        double longitude = coordinates.path("long").asDouble(Double.NaN);
        return Math.abs(latitude) <= 90 && Math.abs(longitude) <= 180
                ? Attachment.place(null, latitude, longitude)
                : Attachment.other(UNSUPPORTED);
    }
}
