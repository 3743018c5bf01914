package io.parcours.connector.messenger;

import com.fasterxml.jackson.databind.JsonNode;
import io.parcours.connector.web.Fields;
import io.parcours.connector.web.Received;
import io.parcours.connector.web.Source;
import io.parcours.conversation.Attachment;
import io.parcours.conversation.InboundMessage.Person;
import io.parcours.conversation.Problem;
import java.util.Optional;

/** Reads what a subscriber does without a word: presses a button, comes by a link, puts an emoji on a message. */
final class VisitReader {

    private final Source source;
    private final MessengerLine line;

    VisitReader(Source source, MessengerLine line) {
        this.source = source;
        this.line = line;
    }

    /** @param kind postback, referral or optin */
    Received read(JsonNode event, String kind) {
        Optional<Sender> sender = Sender.of(source, line, event);
        JsonNode visit = event.path(kind);
        if (sender.isEmpty()) {
            return source.kept(kind.equals("postback"), Problem.of("notice.visit.noSender", kind), event);
        }
        return switch (kind) {
            case "postback" -> postback(sender.get(), visit);
            case "referral" -> coming(sender.get(), kind, visit);
            default ->
                visit.hasNonNull("ref") && !visit.hasNonNull("type")
                        ? coming(sender.get(), kind, visit)
                        : source.notice(Problem.of("notice.news", kind), event);
        };
    }

    Received reaction(JsonNode event) {
        JsonNode reaction = event.path("reaction");
        if (!Fields.text(reaction, "action").equals("react")) {
            return source.notice(Problem.of("notice.reaction.takenBack"), event);
        }
        return Sender.of(source, line, event)
                .map(sender -> Received.message(
                        "other",
                        sender.message(
                                sender.ownId("reaction"),
                                "",
                                Optional.empty(),
                                Optional.of(Attachment.other("reaction")),
                                Person.UNKNOWN)))
                .orElseGet(() -> source.notice(Problem.of("notice.reaction.noSender"), event));
    }

    /** The button of a message, or the one by which a conversation begins: then the link that led to it is told as well. */
    private Received postback(Sender sender, JsonNode postback) {
        Optional<String> payload = Fields.word(postback, "payload");
        String title = Fields.text(postback, "title");
        boolean begins =
                payload.filter(line.account().options().getStarted()::equals).isPresent();
        if (begins || postback.path("referral").isObject()) {
            return coming(sender, "postback", postback.path("referral"));
        }
        if (payload.isEmpty() && title.isBlank()) {
            return source.unheard(Problem.of("notice.postback.noContent"), sender.event());
        }
        String id = Fields.word(postback, "mid").orElseGet(() -> sender.ownId("postback"));
        return Received.message("choice", sender.message(id, title, payload, Optional.empty(), Person.UNKNOWN));
    }

    private static Received coming(Sender sender, String kind, JsonNode referral) {
        String from = Fields.word(referral, "source").orElse(kind);
        return Received.message(
                "coming",
                sender.message(
                        sender.ownId(kind),
                        "",
                        Optional.empty(),
                        Optional.of(Attachment.coming(from)),
                        sender.person(referral)));
    }
}
