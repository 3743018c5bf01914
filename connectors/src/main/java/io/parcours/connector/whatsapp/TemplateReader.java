package io.parcours.connector.whatsapp;

import com.fasterxml.jackson.databind.JsonNode;
import io.parcours.conversation.ProviderTemplate;
import io.parcours.conversation.ProviderTemplate.State;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** Reads a template as the Graph API describes it. */
final class TemplateReader {

    /** Buttons that are the same for everybody. */
    private static final Set<String> PLAIN_BUTTONS = Set.of("QUICK_REPLY", "PHONE_NUMBER", "URL");

    /** Ours have numbers. */
    private static final Pattern NAMED = Pattern.compile("\\{\\{\\s*[A-Za-z_]");

    private TemplateReader() {}

    static ProviderTemplate read(JsonNode template) {
        return new ProviderTemplate(
                template.path("name").asText(),
                template.path("language").asText(),
                state(template.path("status").asText()),
                body(template.path("components")),
                reason(template.path("rejected_reason").asText("")),
                obstacle(template.path("components")));
    }

    /** @param word as in a template's status, and in a webhook's event */
    static State state(String word) {
        return switch (word.toUpperCase(Locale.ROOT)) {
            // Flagged is a warning: until its date it is sent.
            case "APPROVED", "REINSTATED", "FLAGGED" -> State.APPROVED;
            case "PENDING", "IN_APPEAL" -> State.IN_REVIEW;
            case "REJECTED" -> State.REJECTED;
            case "PAUSED" -> State.PAUSED;
            case "DISABLED", "PENDING_DELETION", "DELETED", "ARCHIVED" -> State.DISABLED;
            default -> State.UNKNOWN;
        };
    }

    /** @return null where Meta says that there is none */
    static String reason(String word) {
        return word.isBlank() || word.equals("NONE") || word.equals("UNKNOWN") || word.equals("null") ? null : word;
    }

    private static String body(JsonNode components) {
        for (JsonNode component : components) {
            if (type(component).equals("BODY")) {
                return component.path("text").asText();
            }
        }
        return "";
    }

    /** What needs values of its own, which we do not send: Meta would refuse the message. */
    private static String obstacle(JsonNode components) {
        for (JsonNode component : components) {
            String type = type(component);
            if (type.equals("BODY")
                    && NAMED.matcher(component.path("text").asText()).find()) {
                return "parameters";
            }
            if (type.equals("HEADER") && !(format(component).equals("TEXT") && !parameters(component.path("text")))) {
                return "header";
            }
            if (type.equals("BUTTONS") && needValues(component.path("buttons"))
                    || type.equals("CAROUSEL")
                    || type.equals("LIMITED_TIME_OFFER")) {
                return "buttons";
            }
        }
        return null;
    }

    private static boolean needValues(JsonNode buttons) {
        for (JsonNode button : buttons) {
            if (!PLAIN_BUTTONS.contains(type(button)) || parameters(button.path("url"))) {
                return true;
            }
        }
        return false;
    }

    private static String type(JsonNode part) {
        return part.path("type").asText().toUpperCase(Locale.ROOT);
    }

    private static String format(JsonNode component) {
        return component.path("format").asText().toUpperCase(Locale.ROOT);
    }

    private static boolean parameters(JsonNode text) {
        return text.asText().contains("{{");
    }
}
