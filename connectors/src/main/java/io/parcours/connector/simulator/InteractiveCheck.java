package io.parcours.connector.simulator;

import static io.parcours.connector.simulator.OutboundCheck.parameter;
import static io.parcours.connector.simulator.OutboundCheck.value;

import com.fasterxml.jackson.databind.JsonNode;
import io.parcours.connector.simulator.WhatsAppContent.Choice;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** The limits of reply buttons and lists. */
final class InteractiveCheck {

    private static final int LONGEST_BODY = 1_024;
    private static final int LONGEST_MARGIN = 60;
    private static final int MOST_BUTTONS = 3;
    private static final int LONGEST_BUTTON = 20;
    private static final int LONGEST_BUTTON_ID = 256;
    private static final int MOST_ROWS = 10;
    private static final int LONGEST_TITLE = 24;
    private static final int LONGEST_ROW_ID = 200;
    private static final int LONGEST_DESCRIPTION = 72;

    private InteractiveCheck() {}

    static void check(JsonNode interactive) {
        length("Body text", interactive.path("body").path("text"), 1, LONGEST_BODY);
        if (interactive.path("header").path("type").asText().equals("text")) {
            length("Header text", interactive.path("header").path("text"), 1, LONGEST_MARGIN);
        }
        length("Footer text", interactive.path("footer").path("text"), 0, LONGEST_MARGIN);
        switch (type(interactive)) {
            case "button" -> checkButtons(interactive.path("action").path("buttons"));
            case "list" -> checkList(interactive.path("action"));
            case "cta_url", "flow", "location_request_message", "call_permission_request" -> {
                // Taken and shown; the handset cannot follow them.
            }
            default -> throw parameter("Param interactive['type'] is not supported: " + type(interactive));
        }
    }

    /** Libraries in the field write it in capitals, and Meta takes it. */
    static String type(JsonNode interactive) {
        return interactive.path("type").asText().toLowerCase(Locale.ROOT);
    }

    /** What the subscriber may choose from. */
    static List<Choice> choices(JsonNode interactive) {
        List<Choice> choices = new ArrayList<>();
        JsonNode action = interactive.path("action");
        action.path("buttons").forEach(button -> choices.add(choice(button.path("reply"))));
        action.path("sections").forEach(section -> section.path("rows").forEach(row -> choices.add(choice(row))));
        return choices;
    }

    private static Choice choice(JsonNode node) {
        return new Choice(
                node.path("id").asText(),
                node.path("title").asText(),
                node.path("description").asText());
    }

    private static void checkButtons(JsonNode buttons) {
        count("buttons", buttons, MOST_BUTTONS);
        Set<String> ids = new HashSet<>();
        Set<String> titles = new HashSet<>();
        for (JsonNode button : buttons) {
            JsonNode reply = button.path("reply");
            if (!button.path("type").asText().equals("reply")) {
                throw parameter("Param interactive['action']['buttons']['type'] must be reply.");
            }
            length("Button id", reply.path("id"), 1, LONGEST_BUTTON_ID);
            length("Button title", reply.path("title"), 1, LONGEST_BUTTON);
            unique("button id", ids, reply.path("id"));
            unique("button title", titles, reply.path("title"));
        }
    }

    private static void checkList(JsonNode action) {
        length("Button label", action.path("button"), 1, LONGEST_BUTTON);
        JsonNode sections = action.path("sections");
        count("sections", sections, MOST_ROWS);
        Set<String> ids = new HashSet<>();
        for (JsonNode section : sections) {
            length("Section title", section.path("title"), sections.size() > 1 ? 1 : 0, LONGEST_TITLE);
            for (JsonNode row : section.path("rows")) {
                length("Row id", row.path("id"), 1, LONGEST_ROW_ID);
                length("Row title", row.path("title"), 1, LONGEST_TITLE);
                length("Row description", row.path("description"), 0, LONGEST_DESCRIPTION);
                unique("row id", ids, row.path("id"));
            }
        }
        if (ids.isEmpty() || ids.size() > MOST_ROWS) {
            throw value("Total row count exceed max allowed count: " + MOST_ROWS + ", or there is none");
        }
    }

    private static void count(String name, JsonNode array, int most) {
        if (!array.isArray() || array.isEmpty() || array.size() > most) {
            throw value("Invalid %s count. Min allowed: 1, Max allowed: %d".formatted(name, most));
        }
    }

    private static void length(String name, JsonNode text, int least, int most) {
        String given = text.asText();
        int length = given.codePointCount(0, given.length());
        if (length > most || length < least || least > 0 && given.isBlank()) {
            throw value("%s length invalid. Min length: %d, Max length: %d".formatted(name, least, most));
        }
    }

    private static void unique(String name, Set<String> seen, JsonNode text) {
        if (!seen.add(text.asText())) {
            throw value("Duplicated " + name + ": " + text.asText());
        }
    }
}
