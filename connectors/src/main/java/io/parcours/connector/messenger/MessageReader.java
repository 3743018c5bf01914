package io.parcours.connector.messenger;

import com.fasterxml.jackson.databind.JsonNode;
import io.parcours.connector.web.Fields;
import io.parcours.connector.web.Received;
import io.parcours.connector.web.Source;
import io.parcours.conversation.Attachment;
import io.parcours.conversation.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads what a subscriber wrote, touched or attached, and what was written to them in the page's name. */
final class MessageReader {

    private final Source source;
    private final MessengerLine line;

    MessageReader(Source source, MessengerLine line) {
        this.source = source;
        this.line = line;
    }

    List<Received> read(JsonNode event, JsonNode message) {
        Optional<String> id = Fields.word(message, "mid");
        if (message.path("is_echo").asBoolean()) {
            return List.of(echo(event, message));
        }
        if (id.isEmpty()) {
            return List.of(source.unheard(Problem.of("notice.message.noId"), event));
        }
        if (message.path("is_deleted").asBoolean()) {
            return List.of(source.notice(Problem.of("notice.message.takenBack"), event));
        }
        return Sender.of(source, line, event)
                .map(sender -> written(sender, id.get(), message))
                .orElseGet(() -> List.of(source.unheard(Problem.of("notice.message.noSender"), event)));
    }

    /** What we sent is known from the answer to it. */
    private Received echo(JsonNode event, JsonNode message) {
        return Fields.text(message, "metadata").equals(Rendering.OURS)
                ? Received.sent()
                : source.notice(Problem.of("notice.messenger.others"), event);
    }

    /** One message for each thing attached; the words go with the first. */
    private List<Received> written(Sender sender, String id, JsonNode message) {
        String text = Fields.text(message, "text");
        Optional<String> choice = Fields.word(message.path("quick_reply"), "payload");
        List<Attachment> attached = Attached.to(message);
        if (text.isBlank() && choice.isEmpty() && attached.isEmpty()) {
            return List.of(source.unheard(Problem.of("notice.message.noContent"), sender.event()));
        }
        Optional<Attachment> first = attached.stream().findFirst();
        List<Received> received = new ArrayList<>();
        received.add(Received.message(
                choice.isPresent() ? "choice" : kind(text, first),
                sender.message(id, text, choice, first, sender.person(message.path("referral")))));
        for (int i = 1; i < attached.size(); i++) {
            Optional<Attachment> next = Optional.of(attached.get(i));
            received.add(Received.message(
                    kind("", next),
                    sender.message(id + "#" + i, "", Optional.empty(), next, sender.person(message.path("referral")))));
        }
        return received;
    }

    private static String kind(String text, Optional<Attachment> attachment) {
        if (!text.isBlank() || attachment.isEmpty()) {
            return "text";
        }
        String type = attachment.get().type();
        return type.equals("location") ? type : attachment.get().mediaId() == null ? "other" : "media";
    }
}
