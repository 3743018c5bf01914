package io.parcours.connector.whatsapp;

import com.fasterxml.jackson.databind.JsonNode;
import io.parcours.connector.web.Fields;
import io.parcours.conversation.InboundMessage.Person;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** The people whom a webhook introduces beside its messages. Whoever is not clearly the sender tells nothing about them. */
final class People {

    private static final int LONGEST_NAME = 200;

    private final List<JsonNode> contacts;

    People(JsonNode contacts) {
        this.contacts = StreamSupport.stream(contacts.spliterator(), false).toList();
    }

    /** The sender's address: a number where there is one, else a user id. */
    Optional<String> address(JsonNode message) {
        Optional<String> own = Address.number(text(message, "from"))
                .or(() -> Address.userId(text(message, "from_user_id")))
                .or(() -> Address.userId(text(message, "from")));
        boolean named = message.hasNonNull("from") || message.hasNonNull("from_user_id");
        return own.isPresent() || named || contacts.size() != 1 ? own : only(contacts.get(0));
    }

    Person person(JsonNode message, String address) {
        JsonNode contact = contact(message, address);
        String name = Fields.text(contact.path("profile"), "name").strip();
        String number = Address.number(address)
                .or(() -> Address.number(text(contact, "wa_id")))
                .orElse(null);
        List<String> others = Stream.of(
                        number,
                        userId(message, "from_user_id"),
                        userId(contact, "user_id"),
                        userId(message, "from_parent_user_id"),
                        userId(contact, "parent_user_id"))
                .filter(other -> other != null && !other.equals(address))
                .distinct()
                .toList();
        return new Person(name.isEmpty() || name.length() > LONGEST_NAME ? null : name, number, others);
    }

    private JsonNode contact(JsonNode message, String address) {
        String userId = userId(message, "from_user_id");
        return contacts.stream()
                .filter(contact ->
                        address.equals(Address.number(text(contact, "wa_id")).orElse(null))
                                || address.equals(userId(contact, "user_id"))
                                || userId != null && userId.equals(userId(contact, "user_id")))
                .findFirst()
                .orElseGet(() -> message.path("no contact"));
    }

    private static Optional<String> only(JsonNode contact) {
        return Address.number(text(contact, "wa_id")).or(() -> Address.userId(text(contact, "user_id")));
    }

    private static String userId(JsonNode node, String field) {
        return Address.userId(text(node, field)).orElse(null);
    }

    private static String text(JsonNode node, String field) {
        return Fields.text(node, field);
    }
}
