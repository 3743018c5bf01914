package io.parcours.connector.whatsapp;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.parcours.conversation.Choice;
import io.parcours.conversation.OutboundMessage;
import java.util.List;
import java.util.Optional;
import org.apache.camel.component.whatsapp.model.Action;
import org.apache.camel.component.whatsapp.model.BaseMessage;
import org.apache.camel.component.whatsapp.model.Body;
import org.apache.camel.component.whatsapp.model.Button;
import org.apache.camel.component.whatsapp.model.InteractiveMessage;
import org.apache.camel.component.whatsapp.model.InteractiveMessageRequest;
import org.apache.camel.component.whatsapp.model.Reply;
import org.apache.camel.component.whatsapp.model.Section;

/** A question with its choices to touch: up to three short ones as buttons, up to ten as a list. */
final class Choosing {

    private static final int LONGEST_BODY = 1_024;
    private static final int MOST_BUTTONS = 3;
    private static final int LONGEST_BUTTON = 20;
    private static final int MOST_ROWS = 10;
    private static final int LONGEST_ROW = 24;
    private static final int LONGEST_DESCRIPTION = 72;
    private static final int LONGEST_ID = 200;

    private final String listLabel;

    Choosing(String listLabel) {
        this.listLabel = listLabel;
    }

    /** @return empty where WhatsApp would not take it with buttons or a list */
    Optional<BaseMessage> of(OutboundMessage message) {
        List<Choice> choices = message.choices();
        if (choices.isEmpty() || choices.size() > MOST_ROWS || !fits(message.text()) || !usable(choices)) {
            return Optional.empty();
        }
        boolean asButtons = choices.size() <= MOST_BUTTONS
                && choices.stream().allMatch(choice -> label(choice).length() <= LONGEST_BUTTON);
        return Optional.of(
                asButtons
                        ? interactive("button", message.text(), buttons(choices))
                        : interactive("list", message.text(), list(choices)));
    }

    private static boolean fits(String text) {
        return !text.isBlank() && text.strip().length() <= LONGEST_BODY;
    }

    /** WhatsApp refuses equal ids and equal titles. */
    private static boolean usable(List<Choice> choices) {
        return choices.stream()
                        .allMatch(choice -> choice.id().length() <= LONGEST_ID
                                && !label(choice).isEmpty())
                && choices.stream().map(Choice::id).distinct().count() == choices.size()
                && choices.stream().map(Choosing::title).distinct().count() == choices.size();
    }

    private static BaseMessage interactive(String type, String text, Action action) {
        Body body = new Body();
        body.setText(text.strip());
        InteractiveMessage interactive = new InteractiveMessage();
        interactive.setType(type);
        interactive.setBody(body);
        interactive.setAction(action);
        InteractiveMessageRequest request = new InteractiveMessageRequest();
        request.setInteractive(interactive);
        return request;
    }

    private static Action buttons(List<Choice> choices) {
        Action action = new Action();
        action.setButtons(choices.stream().map(Choosing::button).toList());
        return action;
    }

    private static Button button(Choice choice) {
        Reply reply = new Reply();
        reply.setId(choice.id());
        reply.setTitle(label(choice));
        Button button = new Button();
        button.setReply(reply);
        return button;
    }

    private Action list(List<Choice> choices) {
        Section section = new Section();
        section.setRows(choices.stream().<Object>map(Row::of).toList());
        Action action = new Action();
        action.setButton(listLabel);
        action.setSections(List.of(section));
        return action;
    }

    private static String label(Choice choice) {
        return choice.label().replaceAll("\\s+", " ").strip();
    }

    private static String title(Choice choice) {
        return cut(label(choice), LONGEST_ROW);
    }

    private static String cut(String text, int longest) {
        if (text.length() <= longest) {
            return text;
        }
        int end = longest - 1;
        // Not through the middle of an emoji.
        return text.substring(0, Character.isHighSurrogate(text.charAt(end - 1)) ? end - 1 : end)
                        .stripTrailing() + "…";
    }

    /** Camel leaves the rows to its user. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    private record Row(String id, String title, String description) {

        static Row of(Choice choice) {
            String whole = label(choice);
            String title = Choosing.title(choice);
            return new Row(choice.id(), title, title.equals(whole) ? null : cut(whole, LONGEST_DESCRIPTION));
        }
    }
}
