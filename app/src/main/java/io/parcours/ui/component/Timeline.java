package io.parcours.ui.component;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HtmlContainer;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import java.time.Instant;
import java.util.List;

/** What happened, one line an act, in the order given. */
@Tag("ol")
public class Timeline extends HtmlContainer {

    /**
     * One act.
     *
     * @param icon an icon's name
     * @param text what happened, as a sentence
     * @param actor who did it; null where nobody in person
     * @param detail more words below, such as the message; may be null
     * @param tone the colour of the icon; null for neutral
     */
    public record Entry(Instant at, String icon, String text, String actor, String detail, Badge.Tone tone) {
        public Entry(Instant at, String icon, String text, String actor, String detail) {
            this(at, icon, text, actor, detail, null);
        }
    }

    @Tag("li")
    private static final class Line extends HtmlContainer {
        Line(Component... content) {
            add(content);
        }
    }

    public Timeline() {
        addClassName("p-timeline");
    }

    public Timeline(List<Entry> entries) {
        this();
        setEntries(entries);
    }

    public void setEntries(List<Entry> entries) {
        removeAll();
        entries.forEach(entry -> add(line(entry)));
    }

    private static Line line(Entry entry) {
        Div sentence = new Div(new Span(entry.text()));
        sentence.addClassName("p-timeline-text");
        if (entry.actor() != null) {
            Span actor = new Span(entry.actor());
            actor.addClassName("p-timeline-actor");
            sentence.add(actor);
        }
        Div words = new Div(sentence);
        words.addClassName("p-timeline-words");
        if (entry.detail() != null && !entry.detail().isBlank()) {
            Div detail = new Div(entry.detail());
            detail.addClassName("p-timeline-detail");
            words.add(detail);
        }
        Div mark = new Div(new Glyph(entry.icon()));
        mark.addClassName("p-timeline-mark");
        if (entry.tone() != null) {
            mark.addClassName("p-" + entry.tone().name().toLowerCase(java.util.Locale.ROOT));
        }
        RelativeTime time = new RelativeTime(entry.at());
        time.addClassName("p-timeline-time");
        return new Line(mark, words, time);
    }
}
