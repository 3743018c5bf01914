package io.parcours.ui.simulator;

import static io.parcours.ui.component.Words.t;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Span;
import io.parcours.connector.simulator.MessengerBubble;
import io.parcours.ui.component.Bubble;
import java.util.function.Consumer;

/** A message on the handset: its text or what was attached, its buttons or quick replies, its ticks. */
class MessengerMessage extends Div {

    /** @param last whether nothing came after it: then its quick replies are still offered */
    MessengerMessage(MessengerBubble message, boolean last, Consumer<String> onChoice) {
        addClassName("p-wa");
        Bubble bubble = new Bubble(words(message), !message.fromSubscriber(), message.at());
        if (message.type().equals("template")) {
            bubble.with(new Span(t("simulator.messenger.template")));
        }
        if (message.fromSubscriber()) {
            bubble.with(new Ticks(message.state().name()));
        }
        add(bubble);
        if (!message.choices().isEmpty() && (message.buttons() || last)) {
            Div choices = new Div();
            choices.addClassName(message.buttons() ? "p-wa-buttons" : "p-quick-replies");
            message.choices()
                    .forEach(choice ->
                            choices.add(new NativeButton(choice.title(), click -> onChoice.accept(choice.payload()))));
            add(choices);
        }
    }

    private static String words(MessengerBubble message) {
        return switch (message.type()) {
            case "image" -> t("simulator.messenger.image");
            case "location" -> t("simulator.messenger.location");
            case "sticker" -> t("simulator.messenger.sticker");
            case "unsupported" -> t("simulator.messenger.unsupported");
            case "start" -> t("simulator.messenger.start");
            default -> message.text();
        };
    }
}
