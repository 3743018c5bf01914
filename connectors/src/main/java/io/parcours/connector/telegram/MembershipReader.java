package io.parcours.connector.telegram;

import com.fasterxml.jackson.databind.JsonNode;
import io.parcours.connector.web.Fields;
import io.parcours.connector.web.Received;
import io.parcours.connector.web.Source;
import io.parcours.conversation.Problem;
import java.util.Set;

/** Reads that the bot was blocked, or no longer is, or was taken into a group or out of it. */
final class MembershipReader {

    private static final Set<String> GONE = Set.of("left", "kicked");

    private final Source source;
    private final TelegramLine line;

    MembershipReader(Source source, TelegramLine line) {
        this.source = source;
        this.line = line;
    }

    Received read(JsonNode change) {
        String status = Fields.text(change.path("new_chat_member"), "status");
        boolean gone = GONE.contains(status);
        if (Fields.text(change.path("chat"), "type").equals("private")) {
            // Whether the next message leaves is Telegram's to say: a person may come back at any time.
            return source.notice(
                    gone ? Problem.of("notice.telegram.blocked") : Problem.of("notice.telegram.unblocked"), change);
        }
        return gone
                ? source.notice(Problem.of("notice.telegram.outOfGroup"), change)
                : new GroupPart(source, line).keep(Problem.of("notice.telegram.intoGroup"), change);
    }
}
