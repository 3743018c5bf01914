package io.parcours.ui.simulator;

import static io.parcours.ui.component.Words.t;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Span;
import io.parcours.connector.simulator.WhatsAppBubble;
import io.parcours.connector.simulator.WhatsAppContent;
import io.parcours.connector.simulator.WhatsAppContent.Choice;
import io.parcours.ui.component.Bubble;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;

/** A message on the handset: its text or what was attached, the buttons or list to choose from, its ticks. */
class WhatsAppMessage extends Div {

    private final transient Consumer<String> onChoice;
    private final transient Set<String> opened;

    /**
     * @param opened the messages whose list is open: a message is drawn anew with each tick
     * @param files the octets of a file, by its id
     */
    WhatsAppMessage(
            WhatsAppBubble message,
            Set<String> opened,
            Function<String, Optional<byte[]>> files,
            Consumer<String> onChoice) {
        this.opened = opened;
        this.onChoice = onChoice;
        addClassName("p-wa");
        WhatsAppContent content = message.content();
        Bubble bubble = new Bubble(words(content), !message.fromSubscriber(), message.at());
        if (content.type().equals("template")) {
            bubble.with(new Span(t("simulator.whatsapp.template")));
        }
        if (message.fromSubscriber()) {
            bubble.with(new Ticks(message.state().name()));
        }
        if (content.media() != null) {
            bubble.showing(file(content, files));
        }
        add(bubble);
        if (content.list()) {
            add(list(message.id(), content));
        } else if (!message.fromSubscriber() && !content.choices().isEmpty()) {
            Div buttons = new Div();
            buttons.addClassName("p-wa-buttons");
            content.choices().forEach(choice -> buttons.add(button(choice)));
            add(buttons);
        }
    }

    private static Component file(WhatsAppContent content, Function<String, Optional<byte[]>> files) {
        String name = content.media().fileName().isEmpty()
                ? content.type()
                : content.media().fileName();
        return Optional.ofNullable(content.media().id())
                .filter(id -> content.type().equals("image"))
                .flatMap(files)
                .map(octets -> ReceivedFile.picture(octets, name))
                .orElseGet(() -> ReceivedFile.named(name));
    }

    private static String words(WhatsAppContent content) {
        return switch (content.type()) {
            case "image" -> t("simulator.whatsapp.image", content.text());
            case "location" -> t("simulator.whatsapp.location", content.text());
            case "unsupported" -> t("simulator.whatsapp.unsupported");
            default -> content.text();
        };
    }

    private Component list(String id, WhatsAppContent content) {
        Div rows = new Div();
        rows.addClassName("p-wa-rows");
        rows.setVisible(opened.contains(id));
        content.choices().forEach(choice -> rows.add(button(choice)));
        NativeButton open =
                new NativeButton(content.listLabel(), click -> rows.setVisible(!opened.remove(id) && opened.add(id)));
        open.addClassName("p-wa-open");
        Div list = new Div(open, rows);
        list.addClassName("p-wa-buttons");
        return list;
    }

    private NativeButton button(Choice choice) {
        NativeButton button = new NativeButton(choice.title(), click -> onChoice.accept(choice.id()));
        button.setTitle(choice.description());
        return button;
    }
}
