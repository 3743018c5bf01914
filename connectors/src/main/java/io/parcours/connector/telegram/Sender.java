package io.parcours.connector.telegram;

import com.fasterxml.jackson.databind.JsonNode;
import io.parcours.connector.web.Fields;
import io.parcours.connector.web.Source;
import io.parcours.conversation.Attachment;
import io.parcours.conversation.InboundMessage;
import io.parcours.conversation.InboundMessage.Person;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Who wrote or pressed, and the messages that are made of it. */
record Sender(Source source, TelegramLine line, JsonNode user, String chat) {

    private static final int LONGEST_NAME = 200;

    /** @return empty where it names no person */
    static Optional<Sender> of(Source source, TelegramLine line, JsonNode user) {
        return ChatId.of(user)
                .filter(id -> !user.path("is_bot").asBoolean())
                .map(id -> new Sender(source, line, user, id));
    }

    /** As the person's Telegram speaks; may be empty. */
    String language() {
        return Fields.word(user, "language_code").orElse("");
    }

    /** An id over all bots of a tenant, for one within this conversation. */
    String externalId(long messageId, String more) {
        return line.account().identity() + "/" + chat + "/" + messageId + more;
    }

    /** The id under which we sent this message of the conversation; empty where it is none. */
    List<String> ours(JsonNode message) {
        long id = message.path("message_id").asLong();
        return id > 0 ? List.of(chat + "/" + id) : List.of();
    }

    /**
     * @param msisdn their own number, where they shared it
     * @param invited whose invitation they followed
     */
    Person person(Optional<String> msisdn, Optional<UUID> invited) {
        String name = Stream.of("first_name", "last_name")
                .map(part -> Fields.text(user, part).strip())
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining(" "));
        boolean usable = !name.isEmpty() && name.length() <= LONGEST_NAME;
        return new Person(usable ? name : null, msisdn.orElse(null), List.of(), invited.orElse(null));
    }

    InboundMessage message(
            String id,
            String text,
            Instant at,
            Optional<String> choice,
            Optional<Attachment> attachment,
            Person person) {
        return new InboundMessage(
                source.tenant(),
                TelegramChannel.NAME,
                source.name(),
                id,
                chat,
                text,
                at,
                Optional.empty(),
                choice,
                attachment,
                person);
    }
}
