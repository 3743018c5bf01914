package io.parcours.connector.messenger;

import com.fasterxml.jackson.databind.JsonNode;
import io.parcours.connector.web.Checks;
import io.parcours.connector.web.Fields;
import io.parcours.connector.web.Received;
import io.parcours.connector.web.Source;
import io.parcours.conversation.Notice;
import io.parcours.conversation.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Reads one event of a page: what it is stands in the name of its field. */
final class EventReader {

    private static final Set<String> ENVELOPE = Set.of("sender", "recipient", "timestamp", "prior_message");

    private static final List<String> UNDERSTOOD = List.of(
            "message",
            "postback",
            "reaction",
            "referral",
            "optin",
            "delivery",
            "read",
            "policy-enforcement",
            "policy_enforcement");

    private final Source source;
    private final MessengerLine line;
    private final Checks checks;

    EventReader(Source source, MessengerLine line, Checks checks) {
        this.source = source;
        this.line = line;
        this.checks = checks;
    }

    /** Never returns nothing. */
    List<Received> read(JsonNode event) {
        String kind = kind(event);
        return switch (kind) {
            case "message" -> new MessageReader(source, line).read(event, event.path(kind));
            case "postback", "referral", "optin" -> List.of(new VisitReader(source, line).read(event, kind));
            case "reaction" -> List.of(new VisitReader(source, line).reaction(event));
            case "delivery", "read" -> new ReceiptReader(source).read(event, kind);
            case "policy-enforcement", "policy_enforcement" -> List.of(policy(event, event.path(kind)));
            case "message_edit" -> List.of(source.unheard(Problem.of("notice.message.edited", kind), event));
            case "" -> List.of(source.notice(Problem.of("notice.event.noName"), event));
            default -> List.of(source.notice(Problem.of("notice.news", kind), event));
        };
    }

    /** What is understood, whatever stands beside it; else the first name that says anything. */
    private static String kind(JsonNode event) {
        List<String> names = new ArrayList<>(UNDERSTOOD);
        names.removeIf(name -> !event.has(name));
        event.fieldNames().forEachRemaining(names::add);
        return names.stream()
                .filter(name -> !ENVELOPE.contains(name))
                .findFirst()
                .orElse("");
    }

    /** The reason is Meta's word and stands in the notice. */
    private Received policy(JsonNode event, JsonNode policy) {
        String action = Fields.text(policy, "action");
        if (!action.equals("block") && !action.equals("unblock")) {
            return source.notice(Problem.of("notice.messenger.policy"), event);
        }
        Notice notice = source.asNotice(
                action.equals("block")
                        ? Problem.of("notice.messenger.blocked")
                        : Problem.of("notice.messenger.unblocked"),
                event);
        return new Received("policy", inbox -> {
            line.blocked(action.equals("block"), checks);
            inbox.keep(notice);
        });
    }
}
