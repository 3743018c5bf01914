package io.parcours.connector.telegram;

import com.fasterxml.jackson.databind.JsonNode;
import io.parcours.connector.web.Fields;
import io.parcours.connector.web.Received;
import io.parcours.connector.web.Source;
import io.parcours.conversation.Attachment;
import io.parcours.conversation.InboundMessage;
import io.parcours.conversation.InboundMessage.Person;
import io.parcours.conversation.Problem;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads what a person wrote or attached, that they began the conversation, or that they shared a number. */
final class MessageReader {

    private static final Pattern START = Pattern.compile("/start(@\\w+)?(\\s+(?<reference>\\S{1,64}))?\\s*");
    private static final Pattern NUMBER = Pattern.compile("\\+?[0-9]{7,15}");

    private final Source source;
    private final TelegramLine line;

    MessageReader(Source source, TelegramLine line) {
        this.source = source;
        this.line = line;
    }

    Received read(JsonNode message) {
        if (!Fields.text(message.path("chat"), "type").equals("private")) {
            return message.path("chat").hasNonNull("type")
                    ? new GroupPart(source, line).keep(Problem.of("notice.group"), message)
                    : source.unheard(Problem.of("notice.telegram.noConversation"), message);
        }
        long id = message.path("message_id").asLong();
        Optional<Sender> sender = Sender.of(source, line, message.path("from"))
                .filter(from -> ChatId.of(message.path("chat"))
                        .filter(from.chat()::equals)
                        .isPresent());
        if (sender.isEmpty() || id <= 0) {
            return source.unheard(
                    id <= 0 ? Problem.of("notice.message.noId") : Problem.of("notice.message.noSender"), message);
        }
        return read(message, sender.get(), id);
    }

    private Received read(JsonNode message, Sender sender, long id) {
        Matcher start = START.matcher(Fields.text(message, "text"));
        if (start.matches()) {
            return start(message, sender, id, start.group("reference"));
        }
        Optional<String> own = ownNumber(message, sender);
        if (own.isPresent()) {
            return number(message, sender, id, own.get());
        }
        Optional<Attachment> attachment = Attached.to(message);
        String text = Attached.words(message);
        if (text.isEmpty() && attachment.isEmpty()) {
            return source.notice(Attached.service(message), message);
        }
        String kind = text.isBlank() ? Attached.kind(attachment.orElseThrow()) : "text";
        return Received.message(
                kind,
                inbound(message, sender, id, text, attachment, sender.person(Optional.empty(), Optional.empty())));
    }

    /** Whoever comes says nothing yet, and is greeted. Who came by our link is known, and needs not tell their number. */
    private Received start(JsonNode message, Sender sender, long id, String reference) {
        Optional<UUID> invited = line.invited(reference);
        Person person = sender.person(Optional.empty(), invited);
        Attachment coming = Attachment.coming(reference == null ? "start" : "link");
        InboundMessage come = inbound(message, sender, id, "", Optional.of(coming), person);
        return new Received("coming", inbox -> {
            inbox.receive(come);
            if (line.chats().first("greeted " + come.externalId())) {
                line.courtesies().greet(sender.chat(), sender.language(), invited.isEmpty());
            }
        });
    }

    /** Telegram vouches for it. It answers a question for a number, and says nothing else. */
    private Received number(JsonNode message, Sender sender, long id, String msisdn) {
        Person person = sender.person(Optional.of(msisdn), Optional.empty());
        boolean awaited = line.chats().awaitsNumber(sender.chat());
        InboundMessage told = awaited
                ? inbound(message, sender, id, msisdn, Optional.empty(), person)
                : inbound(message, sender, id, "", Optional.of(Attachment.coming("contact")), person);
        return new Received("number", inbox -> {
            inbox.receive(told);
            if (line.chats().first("thanked " + told.externalId())) {
                line.courtesies().thank(sender.chat(), sender.language());
            }
        });
    }

    /** Only of a contact that is the sender's own: anybody may pass on the number of somebody else, or make one up. */
    private static Optional<String> ownNumber(JsonNode message, Sender sender) {
        JsonNode contact = message.path("contact");
        boolean own = contact.path("user_id").asText().equals(sender.chat()) && !message.has("forward_origin");
        return Optional.of(Fields.text(contact, "phone_number").replaceAll("[\\s().-]", ""))
                .filter(number -> own && NUMBER.matcher(number).matches())
                .map(number -> number.startsWith("+") ? number : "+" + number);
    }

    private InboundMessage inbound(
            JsonNode message, Sender sender, long id, String text, Optional<Attachment> attachment, Person person) {
        return sender.message(
                sender.externalId(id, ""),
                text,
                Fields.time(message, "date", source.now()),
                Optional.empty(),
                attachment,
                person);
    }
}
