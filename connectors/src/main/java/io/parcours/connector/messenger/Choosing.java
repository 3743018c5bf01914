package io.parcours.connector.messenger;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.parcours.connector.NumberedLines;
import io.parcours.conversation.Choice;
import io.parcours.conversation.OutboundMessage;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.IntStream;

/**
 * How a question's choices are offered. Up to three short ones are buttons, which stay until they are pressed, however late that
 * is; up to thirteen are quick replies, which go away with the next message; where a label is too long for one, the labels stand
 * in the text as numbered lines and the quick replies are their numbers.
 */
record Choosing(String text, Optional<ArrayNode> quickReplies, Optional<ArrayNode> buttons) {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final int LONGEST_ABOVE_BUTTONS = 640;
    private static final int MOST_BUTTONS = 3;
    private static final int MOST_REPLIES = 13;
    private static final int LONGEST_TITLE = 20;
    private static final int LONGEST_PAYLOAD = 1_000;

    static Choosing of(OutboundMessage message) {
        List<Choice> choices = message.choices();
        if (choices.isEmpty() || message.text().isBlank() || choices.size() > MOST_REPLIES || !distinctIds(choices)) {
            // Keys for some of the choices would hide the others.
            return new Choosing(NumberedLines.of(message), Optional.empty(), Optional.empty());
        }
        List<String> titles = choices.stream().map(Choosing::title).toList();
        if (!fit(titles)) {
            List<String> numbers = IntStream.rangeClosed(1, choices.size())
                    .mapToObj(String::valueOf)
                    .toList();
            return new Choosing(NumberedLines.of(message), Optional.of(replies(choices, numbers)), Optional.empty());
        }
        String text = message.text().strip();
        return choices.size() <= MOST_BUTTONS && text.length() <= LONGEST_ABOVE_BUTTONS
                ? new Choosing(text, Optional.empty(), Optional.of(buttons(choices, titles)))
                : new Choosing(text, Optional.of(replies(choices, titles)), Optional.empty());
    }

    private static boolean distinctIds(List<Choice> choices) {
        return choices.stream()
                        .map(Choice::id)
                        .filter(id -> !id.isBlank() && id.length() <= LONGEST_PAYLOAD)
                        .distinct()
                        .count()
                == choices.size();
    }

    private static boolean fit(List<String> titles) {
        return titles.stream().allMatch(title -> !title.isEmpty() && title.length() <= LONGEST_TITLE)
                && titles.stream().distinct().count() == titles.size();
    }

    private static String title(Choice choice) {
        return choice.label().replaceAll("\\s+", " ").strip();
    }

    private static ArrayNode replies(List<Choice> choices, List<String> titles) {
        return each(choices, titles, title -> JSON.objectNode().put("content_type", "text"));
    }

    private static ArrayNode buttons(List<Choice> choices, List<String> titles) {
        return each(choices, titles, title -> JSON.objectNode().put("type", "postback"));
    }

    private static ArrayNode each(List<Choice> choices, List<String> titles, Function<String, ObjectNode> made) {
        ArrayNode all = JSON.arrayNode();
        for (int i = 0; i < choices.size(); i++) {
            String title = titles.get(i);
            all.add(made.apply(title)
                    .put("title", title)
                    .put("payload", choices.get(i).id()));
        }
        return all;
    }
}
