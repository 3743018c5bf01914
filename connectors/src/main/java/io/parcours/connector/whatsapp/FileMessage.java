package io.parcours.connector.whatsapp;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import io.parcours.conversation.OutboundFile;
import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.camel.component.whatsapp.model.BaseMessage;

/** A file that was brought to Meta before, as a message: under its kind stands its id. */
final class FileMessage extends BaseMessage {

    private final Map<String, Object> content;

    private FileMessage(String kind, Map<String, String> file) {
        setType(kind);
        content = Map.of(kind, file);
    }

    static FileMessage of(OutboundFile file, String id, String to) {
        String kind = kind(file.type());
        Map<String, String> described = new LinkedHashMap<>(Map.of("id", id));
        if (kind.equals("document")) {
            described.put("filename", file.name());
        }
        FileMessage message = new FileMessage(kind, described);
        Address.number(to).map(number -> number.substring(1)).ifPresent(message::setTo);
        return message;
    }

    @JsonAnyGetter
    public Map<String, Object> content() {
        return content;
    }

    /** What WhatsApp shows as such; all else is a document. */
    private static String kind(String type) {
        return switch (type) {
            case "image/jpeg", "image/png" -> "image";
            case "audio/mpeg", "audio/ogg", "audio/mp4", "audio/amr" -> "audio";
            case "video/mp4" -> "video";
            default -> "document";
        };
    }
}
