package io.parcours.ui.casefile;

import static io.parcours.ui.component.Words.t;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import io.parcours.conversation.ReplyWay;
import io.parcours.ui.component.Glyph;
import io.parcours.ui.component.RelativeTime;
import java.time.Instant;

/** How what is written in the form will leave, before anybody types: by which channel, and whether as free text. */
class ReplyNote extends Div {

    ReplyNote() {
        addClassName("p-reply");
        getElement().setAttribute("role", "status");
    }

    /** Only where somebody may write, on a channel that limits when. */
    void show(CaseFile file, boolean writing) {
        ReplyWay way = file.reply();
        boolean limited = writing && way != null && way.freeTextUntil().isPresent();
        setVisible(limited);
        removeAll();
        if (!limited) {
            return;
        }
        setClassName("p-reply " + (way.freeText() ? "p-reply-open" : "p-reply-closed"));
        String channel = Labels.channel(way.channel());
        if (way.freeText()) {
            add(
                    new Glyph("clock"),
                    new Div(
                            new Span(t("case.reply.open", channel) + " "),
                            new RelativeTime(way.freeTextUntil().get())));
        } else {
            boolean never = way.freeTextUntil().get().equals(Instant.EPOCH);
            add(new Glyph("lock"), new Span(t(never ? "case.reply.never" : "case.reply.closed", channel)));
        }
    }
}
