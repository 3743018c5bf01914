package io.parcours.connector.telegram;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.parcours.conversation.Choice;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/** Buttons under a message: the choices of a question, and the one by which somebody shares their number. */
final class Keyboards {

    /** What a button gives back whose choice has an id too long for Telegram: this and its place, so that its label counts. */
    static final String PLACE = "#";

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final int LONGEST_DATA = 64;
    private static final int MOST_BUTTONS = 100;
    private static final int LONGEST_LABEL = 64;
    /** Labels of two buttons that stand beside each other on a small telephone. */
    private static final int SHORT_LABEL = 14;

    private Keyboards() {}

    /** @return empty where there is nothing to choose, or what there is does not go on buttons: then it goes into the text */
    static Optional<ObjectNode> choosing(List<Choice> choices) {
        boolean fit = choices.size() <= MOST_BUTTONS
                && choices.stream()
                        .map(Keyboards::label)
                        .allMatch(label -> !label.isEmpty() && label.length() <= LONGEST_LABEL);
        if (choices.isEmpty() || !fit) {
            return Optional.empty();
        }
        ObjectNode keyboard = JSON.objectNode();
        ArrayNode rows = keyboard.putArray("inline_keyboard");
        int columns = choices.stream().allMatch(choice -> label(choice).length() <= SHORT_LABEL) ? 2 : 1;
        ArrayNode row = null;
        for (int i = 0; i < choices.size(); i++) {
            row = i % columns == 0 ? rows.addArray() : row;
            row.addObject().put("text", label(choices.get(i))).put("callback_data", data(choices.get(i), i));
        }
        return Optional.of(keyboard);
    }

    /** A button below the field to write in; gone once it was pressed. */
    static ObjectNode sharing(String label) {
        ObjectNode keyboard = JSON.objectNode();
        keyboard.putArray("keyboard").addArray().addObject().put("text", label).put("request_contact", true);
        return keyboard.put("one_time_keyboard", true).put("resize_keyboard", true);
    }

    private static String data(Choice choice, int place) {
        boolean fits = choice.id().getBytes(StandardCharsets.UTF_8).length <= LONGEST_DATA
                && !choice.id().startsWith(PLACE)
                && !choice.id().equals(Courtesies.ANSWERED)
                && !choice.id().isEmpty();
        return fits ? choice.id() : PLACE + place;
    }

    private static String label(Choice choice) {
        return choice.label().replaceAll("\\s+", " ").strip();
    }
}
