package io.parcours.connector.messenger;

import com.fasterxml.jackson.databind.JsonNode;
import io.parcours.connector.web.Fields;
import io.parcours.connector.web.Source;
import io.parcours.conversation.Attachment;
import io.parcours.conversation.InboundMessage;
import io.parcours.conversation.InboundMessage.Person;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;

/** Whom an event is from, and the messages that are made of it. */
record Sender(Source source, MessengerLine line, JsonNode event, String psid) {

    private static final Pattern MOMENT = Pattern.compile("[0-9]{1,15}");

    /** @return empty where the event names nobody: a visitor of a web site has no id until they write */
    static Optional<Sender> of(Source source, MessengerLine line, JsonNode event) {
        return Psid.of(Fields.text(event.path("sender"), "id")).map(psid -> new Sender(source, line, event, psid));
    }

    /** An id for an event that has none of its own: a person does one thing at a moment. Where none is told, what was done. */
    String ownId(String kind) {
        String moment = Fields.text(event, "timestamp");
        return kind + "-" + psid + "-" + (MOMENT.matcher(moment).matches() ? moment : digest());
    }

    private UUID digest() {
        return UUID.nameUUIDFromBytes(event.toString().getBytes(StandardCharsets.UTF_8));
    }

    /** @param referral by which they came; where it has no reference of ours they are who they were */
    Person person(JsonNode referral) {
        return line.invited(Fields.text(referral, "ref")).map(Person::invited).orElse(Person.UNKNOWN);
    }

    InboundMessage message(
            String id, String text, Optional<String> choice, Optional<Attachment> attachment, Person person) {
        return new InboundMessage(
                source.tenant(),
                MessengerChannel.NAME,
                source.name(),
                id,
                psid,
                text,
                Fields.millis(event, "timestamp", source.now()),
                Optional.empty(),
                choice,
                attachment,
                person);
    }
}
