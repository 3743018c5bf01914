package io.parcours.ui.casefile;

import static io.parcours.ui.component.Words.t;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import io.parcours.conversation.Message;
import io.parcours.ui.component.Bubble;
import io.parcours.ui.component.Glyph;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;

/** What was written, as a telephone shows it: received on the left, sent on the right with how far it got. */
class ConversationLog extends Div {

    /** @param again asks for a file that could not be fetched */
    ConversationLog(List<Message> messages, Consumer<UUID> again) {
        addClassName("p-conversation");
        messages.forEach(message -> add(bubble(message, again)));
    }

    private static Bubble bubble(Message message, Consumer<UUID> again) {
        Bubble bubble = new Bubble(message.text(), message.inbound(), message.at());
        bubble.with(new Span(Labels.channel(message.channel())));
        Attached.to(bubble, message, again);
        if (!message.inbound()) {
            bubble.with(state(message.state()));
        } else if (message.unread()) {
            Span unread = new Span(t("message.unread"));
            unread.addClassName("p-cell-main");
            bubble.with(unread);
        }
        return bubble;
    }

    private static Span state(String state) {
        String icon =
                switch (state) {
                    case "queued", "sending" -> "clock";
                    case "sent" -> "check";
                    case "delivered", "read" -> "check-check";
                    case "unknown" -> "circle-help";
                    default -> "circle-alert";
                };
        Span mark = new Span(new Glyph(icon), new Span(Labels.of("message.state." + state, state)));
        mark.addClassName("p-message-state");
        if (icon.equals("circle-alert")) {
            mark.addClassName("p-message-failed");
        }
        return mark;
    }
}
