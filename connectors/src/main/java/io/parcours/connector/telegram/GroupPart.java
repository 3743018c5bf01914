package io.parcours.connector.telegram;

import com.fasterxml.jackson.databind.JsonNode;
import io.parcours.connector.web.Received;
import io.parcours.connector.web.Source;
import io.parcours.conversation.Notice;
import io.parcours.conversation.Problem;

/** What comes from a group or a channel, which are not served: kept, and the bot leaves so that nobody waits for it there. */
record GroupPart(Source source, TelegramLine line) {

    Received keep(Problem reason, JsonNode part) {
        Notice notice = source.asNotice(reason, part);
        long group = part.path("chat").path("id").asLong();
        return new Received("notice", inbox -> {
            inbox.keep(notice);
            if (group != 0 && line.chats().first("left " + group)) {
                line.courtesies().leave(group);
            }
        });
    }
}
