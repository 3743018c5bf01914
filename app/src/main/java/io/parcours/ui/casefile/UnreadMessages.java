package io.parcours.ui.casefile;

import static io.parcours.ui.component.Words.t;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import io.parcours.conversation.Message;
import io.parcours.ui.component.Bubble;
import io.parcours.ui.component.Glyph;
import java.util.List;
import java.util.UUID;
import java.util.function.BiConsumer;
import java.util.function.Consumer;

/** What the subscriber wrote since somebody looked: above the form, so that nobody answers past it. */
class UnreadMessages extends Div {

    private final transient BiConsumer<String, Long> onRead;
    private final transient Consumer<UUID> again;
    private transient List<Message> shown = List.of();

    /** @param again asks for a file that could not be fetched */
    UnreadMessages(BiConsumer<String, Long> onRead, Consumer<UUID> again) {
        this.again = again;
        this.onRead = onRead;
        addClassName("p-unread");
        getElement().setAttribute("role", "status");
    }

    void show(CaseFile file) {
        shown = file.unread();
        setVisible(!shown.isEmpty());
        removeAll();
        if (shown.isEmpty()) {
            return;
        }
        Button read = new Button(t("case.unread.read"), new Glyph("check"), click -> {
            onRead.accept(file.number(), shownUpTo());
            setVisible(false);
        });
        read.addThemeVariants(ButtonVariant.LUMO_TERTIARY, ButtonVariant.LUMO_SMALL);
        Div head = new Div(new Glyph("message-square-text"), new Span(t("case.unread", shown.size())), read);
        head.addClassName("p-unread-head");
        add(head);
        shown.forEach(message -> add(bubble(message)));
    }

    private Bubble bubble(Message message) {
        Bubble bubble = new Bubble(message.text(), true, message.at());
        bubble.with(new Span(Labels.channel(message.channel())));
        Attached.to(bubble, message, again);
        return bubble;
    }

    /** The number of the last message that the person had before their eyes; 0 where there was none. */
    long shownUpTo() {
        return shown.stream().mapToLong(Message::number).max().orElse(0);
    }
}
