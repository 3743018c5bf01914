package io.parcours.connector.telegram;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;
import java.util.regex.Pattern;

/** How a person is named: by their user id, which is that of their conversation with the bot too. Groups have negative ones. */
final class ChatId {

    private static final Pattern ID = Pattern.compile("[1-9][0-9]{0,17}");

    private ChatId() {}

    static Optional<String> of(String address) {
        return Optional.ofNullable(address).filter(id -> ID.matcher(id).matches());
    }

    static Optional<String> of(JsonNode chatOrUser) {
        return of(chatOrUser.path("id").asText());
    }
}
