package io.parcours.connector.whatsapp;

import com.fasterxml.jackson.databind.JsonNode;
import io.parcours.connector.web.Fields;
import io.parcours.connector.web.Received;
import io.parcours.connector.web.Source;
import io.parcours.conversation.Problem;
import java.time.Instant;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads what WhatsApp itself writes into a conversation: that the subscriber has another number or another user id. */
final class SystemReader {

    /** At the end of the sentence, since the name before it is the subscriber's to choose. */
    private static final Pattern CHANGED = Pattern.compile(" from (\\S+) to (\\S+)$");

    private final Source source;

    SystemReader(Source source) {
        this.source = source;
    }

    Received read(JsonNode message) {
        JsonNode system = message.path("system");
        String type = Fields.text(system, "type");
        Optional<String> from = Optional.empty();
        Optional<String> to = Optional.empty();
        switch (type) {
            case "user_changed_number", "customer_changed_number" -> {
                from = Address.number(Fields.text(message, "from"));
                to = Address.number(Fields.text(system, "wa_id"))
                        .or(() -> Address.number(Fields.text(system, "new_wa_id")));
            }
            case "user_changed_user_id" -> {
                from = before(system);
                to = Address.userId(Fields.text(system, "user_id"));
            }
            default -> {}
        }
        if (from.isEmpty() || to.isEmpty() || from.equals(to)) {
            return source.notice(Problem.of("notice.whatsapp.system", type), message);
        }
        Instant at = Fields.time(message, "timestamp", source.now());
        return source.change(from.get(), to.get(), at);
    }

    /** The old id stands in the sentence only; it counts where the sentence ends with the new one. */
    private static Optional<String> before(JsonNode system) {
        Matcher changed = CHANGED.matcher(Fields.text(system, "body"));
        return changed.find() && changed.group(2).equals(Fields.text(system, "user_id"))
                ? Address.userId(changed.group(1))
                : Optional.empty();
    }
}
