package io.parcours.ui.simulator;

import static io.parcours.ui.component.Words.t;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeButton;
import io.parcours.connector.simulator.TelegramBubble;
import io.parcours.ui.component.Bubble;
import java.util.function.Consumer;

/** A message on the handset: its text or what was attached, its keyboard in rows, its ticks. */
class TelegramMessage extends Div {

    TelegramMessage(TelegramBubble message, Consumer<String> onPress) {
        addClassName("p-wa");
        Bubble bubble = new Bubble(words(message), !message.fromSubscriber(), message.at());
        if (message.fromSubscriber()) {
            bubble.with(new Ticks(message.taken() ? "TAKEN" : "WAITING"));
        }
        add(bubble);
        if (!message.keyboard().isEmpty()) {
            Div keyboard = new Div();
            keyboard.addClassName("p-tg-keyboard");
            message.keyboard().forEach(buttons -> {
                Div row = new Div();
                row.addClassName("p-tg-row");
                buttons.forEach(
                        button -> row.add(new NativeButton(button.text(), click -> onPress.accept(button.data()))));
                keyboard.add(row);
            });
            add(keyboard);
        }
    }

    private static String words(TelegramBubble message) {
        return message.type().equals("text")
                ? message.text()
                : t("simulator.telegram.shown." + message.type(), message.text());
    }
}
