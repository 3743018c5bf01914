package io.parcours.connector.whatsapp;

import com.fasterxml.jackson.databind.JsonNode;
import io.parcours.connector.web.Fields;
import io.parcours.connector.web.Received;
import io.parcours.connector.web.Source;
import io.parcours.conversation.Attachment;
import io.parcours.conversation.InboundMessage;
import io.parcours.conversation.Problem;
import java.util.List;
import java.util.Optional;

/** Reads what a subscriber wrote, touched or attached. */
final class MessageReader implements WebhookReader.ElementReader {

    private final Source source;
    private final People people;

    MessageReader(Source source, People people) {
        this.source = source;
        this.people = people;
    }

    @Override
    public List<Received> read(JsonNode message) {
        Optional<String> type = Fields.word(message, "type");
        Optional<String> id = Fields.word(message, "id");
        if (message.hasNonNull("group_id")) {
            return List.of(source.notice(Problem.of("notice.group"), message));
        }
        if (type.isEmpty() || id.isEmpty()) {
            return List.of(source.unheard(Problem.of("notice.message.noTypeOrId"), message));
        }
        if (type.get().equals("system")) {
            return List.of(new SystemReader(source).read(message));
        }
        Optional<String> from = people.address(message);
        if (from.isEmpty()) {
            return List.of(source.unheard(Problem.of("notice.message.noSender"), message));
        }
        return List.of(content(message, type.get())
                .map(content -> Received.message(content.kind(), inbound(message, id.get(), from.get(), content)))
                .orElseGet(() -> source.unheard(Problem.of("notice.message.typeWithoutContent", type.get()), message)));
    }

    private InboundMessage inbound(JsonNode message, String id, String from, Content content) {
        return new InboundMessage(
                source.tenant(),
                WhatsAppChannel.NAME,
                source.name(),
                id,
                from,
                content.text(),
                Fields.time(message, "timestamp", source.now()),
                Optional.empty(),
                content.choice(),
                content.attachment(),
                people.person(message, from));
    }

    private static Optional<Content> content(JsonNode message, String type) {
        JsonNode body = message.path(type);
        return switch (type) {
            case "text" -> written(Fields.text(body, "body"));
            case "button" -> touched(Fields.text(body, "text"), Fields.word(body, "payload"));
            case "interactive" -> reply(body);
            case "image", "audio", "video", "document", "sticker" -> media(type, body);
            case "location" -> place(body);
            default -> Optional.of(Content.other(type));
        };
    }

    private static Optional<Content> written(String text) {
        return text.isEmpty()
                ? Optional.empty()
                : Optional.of(new Content("text", text, Optional.empty(), Optional.empty()));
    }

    private static Optional<Content> touched(String label, Optional<String> id) {
        return label.isEmpty() && id.isEmpty()
                ? Optional.empty()
                : Optional.of(new Content("choice", label, id, Optional.empty()));
    }

    /** Buttons and lists give back what we sent; forms and whatever comes next have nothing to show. */
    private static Optional<Content> reply(JsonNode interactive) {
        Optional<String> type = Fields.word(interactive, "type");
        if (type.isEmpty()) {
            return Optional.empty();
        }
        if (!type.get().equals("button_reply") && !type.get().equals("list_reply")) {
            return Optional.of(Content.other(type.get()));
        }
        JsonNode reply = interactive.path(type.get());
        return touched(Fields.text(reply, "title"), Fields.word(reply, "id"));
    }

    private static Optional<Content> media(String type, JsonNode media) {
        return Fields.word(media, "id")
                .map(id -> Attachment.media(
                        type,
                        id,
                        Fields.word(media, "mime_type").orElse(null),
                        Fields.word(media, "filename").orElse(null)))
                .map(attachment ->
                        new Content("media", Fields.text(media, "caption"), Optional.empty(), Optional.of(attachment)));
    }

    private static Optional<Content> place(JsonNode location) {
        double latitude = location.path("latitude").asDouble(Double.NaN);
        double longitude = location.path("longitude").asDouble(Double.NaN);
        if (!(Math.abs(latitude) <= 90 && Math.abs(longitude) <= 180)) {
            return Optional.empty();
        }
        String name = Fields.word(location, "name")
                .or(() -> Fields.word(location, "address"))
                .orElse(null);
        Attachment place = Attachment.place(name, latitude, longitude);
        return Optional.of(new Content("location", "", Optional.empty(), Optional.of(place)));
    }

    private record Content(String kind, String text, Optional<String> choice, Optional<Attachment> attachment) {

        /** A kind of message for which we have no more than its name. */
        static Content other(String type) {
            return new Content("other", "", Optional.empty(), Optional.of(Attachment.other(type)));
        }
    }
}
