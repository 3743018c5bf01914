package io.parcours.connector.whatsapp;

import com.fasterxml.jackson.databind.JsonNode;
import io.parcours.connector.web.Fields;
import io.parcours.connector.web.Received;
import io.parcours.connector.web.Source;
import io.parcours.conversation.Problem;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Reads that subscribers have other user ids from now on. */
final class UserIdReader implements WebhookReader.ElementReader {

    private final Source source;

    UserIdReader(Source source) {
        this.source = source;
    }

    @Override
    public List<Received> read(JsonNode update) {
        Instant at = Fields.time(update, "timestamp", source.now());
        List<Received> changes = Stream.of("user_id", "parent_user_id")
                .map(field -> change(update.path(field), at))
                .flatMap(Optional::stream)
                .toList();
        return changes.isEmpty() ? List.of(source.notice(Problem.of("notice.whatsapp.noIds"), update)) : changes;
    }

    private Optional<Received> change(JsonNode ids, Instant at) {
        Optional<String> previous = Address.userId(Fields.text(ids, "previous"));
        Optional<String> current = Address.userId(Fields.text(ids, "current"));
        return previous.isEmpty() || current.isEmpty() || previous.equals(current)
                ? Optional.empty()
                : Optional.of(source.change(previous.get(), current.get(), at));
    }
}
