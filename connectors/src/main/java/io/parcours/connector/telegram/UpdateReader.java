package io.parcours.connector.telegram;

import com.fasterxml.jackson.databind.JsonNode;
import io.parcours.connector.web.Received;
import io.parcours.connector.web.Source;
import io.parcours.connector.web.StrictJson;
import io.parcours.connector.web.Unreadable;
import io.parcours.conversation.Problem;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Takes an update apart. Whatever is JSON comes out as something: what is not understood, as a notice with its reason. */
final class UpdateReader {

    static final String ID = "update_id";

    /** Of an account that somebody connected to the bot: their conversations are not ours. */
    private static final Set<String> NOT_OURS =
            Set.of("business_message", "edited_business_message", "business_connection", "deleted_business_messages");

    /** What subscribers say something by. */
    private static final Set<String> SAID = Set.of("message", "edited_message", "callback_query");

    private final Source source;
    private final TelegramLine line;
    private final List<Received> received = new ArrayList<>();

    UpdateReader(TelegramLine line, Instant now) {
        this.source = Source.of(line, now);
        this.line = line;
    }

    List<Received> read(byte[] octets) throws Unreadable {
        return read(StrictJson.parse(octets));
    }

    List<Received> read(JsonNode update) {
        Iterator<Map.Entry<String, JsonNode>> parts = update.fields();
        while (parts.hasNext()) {
            Map.Entry<String, JsonNode> part = parts.next();
            if (!part.getKey().equals(ID)) {
                readPart(part.getKey(), part.getValue());
            }
        }
        if (received.isEmpty()) {
            received.add(source.notice(Problem.of("notice.telegram.noUpdate"), update));
        }
        return received;
    }

    private void readPart(String kind, JsonNode part) {
        try {
            received.add(
                    part.isObject()
                            ? understood(kind, part)
                            : kept(kind, Problem.of("notice.telegram.noContent", kind), part));
        } catch (RuntimeException misshapen) {
            received.add(kept(kind, Problem.of("notice.misshapen", kind), part));
        }
    }

    private Received kept(String kind, Problem reason, JsonNode part) {
        return source.kept(SAID.contains(kind), reason, part);
    }

    private Received understood(String kind, JsonNode part) {
        return switch (kind) {
            case "message" -> new MessageReader(source, line).read(part);
            case "callback_query" -> new CallbackReader(source, line).read(part);
            case "my_chat_member" -> new MembershipReader(source, line).read(part);
            // What was said before was read before: an answer is not changed by it.
            case "edited_message" -> source.unheard(Problem.of("notice.message.changed"), part);
            case "channel_post", "edited_channel_post" ->
                new GroupPart(source, line).keep(Problem.of("notice.telegram.channel"), part);
            default ->
                source.notice(
                        NOT_OURS.contains(kind)
                                ? Problem.of("notice.telegram.otherAccount", kind)
                                : Problem.of("notice.news", kind),
                        part);
        };
    }
}
