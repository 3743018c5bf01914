package io.parcours.connector.telegram;

import com.fasterxml.jackson.databind.JsonNode;
import io.parcours.connector.web.Fields;
import io.parcours.connector.web.Received;
import io.parcours.connector.web.Source;
import io.parcours.conversation.InboundMessage;
import io.parcours.conversation.Notice;
import io.parcours.conversation.Problem;
import java.util.Optional;

/**
 * Reads that somebody pressed a button. A question is answered once: its first press is the message, and what follows is a copy
 * of it.
 */
final class CallbackReader {

    private final Source source;
    private final TelegramLine line;

    CallbackReader(Source source, TelegramLine line) {
        this.source = source;
        this.line = line;
    }

    Received read(JsonNode callback) {
        Optional<String> id = Fields.word(callback, "id");
        Optional<String> data = Fields.word(callback, "data");
        Optional<Sender> sender = Sender.of(source, line, callback.path("from"));
        JsonNode message = callback.path("message");
        long messageId = message.path("message_id").asLong();
        if (id.isEmpty() || sender.isEmpty()) {
            return source.unheard(Problem.of("notice.telegram.pressedByNobody"), callback);
        }
        if (data.filter(Courtesies.ANSWERED::equals).isPresent()) {
            return new Received("again", inbox -> release(id.get()));
        }
        boolean ours = ChatId.of(message.path("chat"))
                .filter(sender.get().chat()::equals)
                .isPresent();
        if (data.isEmpty() || messageId <= 0 || !ours) {
            return released(id.get(), source.asNotice(Problem.of("notice.telegram.otherButton"), callback));
        }
        String label = label(message, data.get());
        boolean byPlace = data.get().startsWith(Keyboards.PLACE);
        if (byPlace && label.isEmpty()) {
            return released(id.get(), source.asUnheard(Problem.of("notice.telegram.oldButton"), callback));
        }
        // An old message comes without its buttons: then what a button gives back is all that is known of it.
        InboundMessage chosen = sender.get()
                .message(
                        sender.get().externalId(messageId, "/answer"),
                        label.isEmpty() ? data.get() : label,
                        source.now(),
                        byPlace ? Optional.empty() : data,
                        Optional.empty(),
                        sender.get().person(Optional.empty(), Optional.empty()));
        return new Received("choice", inbox -> {
            inbox.receive(chosen);
            release(id.get());
            if (line.chats().first("marked " + chosen.externalId())) {
                line.courtesies().mark(sender.get().chat(), messageId, label);
            }
        });
    }

    private Received released(String id, Notice notice) {
        return new Received("notice", inbox -> {
            inbox.keep(notice);
            release(id);
        });
    }

    private void release(String id) {
        if (line.chats().first("released " + id)) {
            line.courtesies().release(id);
        }
    }

    /** @return what is written on the button; empty where Telegram does not show the message any more */
    private static String label(JsonNode message, String data) {
        for (JsonNode row : message.path("reply_markup").path("inline_keyboard")) {
            for (JsonNode button : row) {
                if (data.equals(Fields.text(button, "callback_data"))) {
                    return Fields.text(button, "text").strip();
                }
            }
        }
        return "";
    }
}
