package io.parcours.ui.simulator;

import static io.parcours.ui.component.Words.t;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import io.parcours.connector.simulator.WireEvent;
import io.parcours.ui.component.Glyph;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What goes over the wire, newest on top: so that an engineer sees that it is real. */
class ProtocolLog extends Section {

    private static final int LENGTH = 60;
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("HH:mm:ss.SSS").withZone(ZoneId.systemDefault());

    private final Div lines = new Div();
    private transient List<WireEvent> shown = List.of();

    ProtocolLog() {
        addClassName("p-protocol");
        lines.addClassName("p-protocol-lines");
        add(new H2(t("simulator.log")), new Paragraph(t("simulator.log.intro")), lines);
    }

    /** Adds what is new on top; what stands there stays. */
    void show(List<? extends WireEvent> events) {
        List<? extends WireEvent> last = events.subList(Math.max(0, events.size() - LENGTH), events.size());
        int known = shown.isEmpty() ? -1 : last.lastIndexOf(shown.get(shown.size() - 1));
        if (known < 0) {
            lines.removeAll();
        }
        last.subList(known + 1, last.size()).forEach(event -> lines.addComponentAsFirst(line(event)));
        while (lines.getComponentCount() > LENGTH) {
            lines.remove(lines.getComponentAt(lines.getComponentCount() - 1));
        }
        if (last.isEmpty()) {
            lines.add(new Span(t("simulator.log.empty")));
        }
        shown = List.copyOf(last);
    }

    private static Div line(WireEvent event) {
        Span time = new Span(TIME.format(event.at()));
        time.addClassName("p-protocol-time");
        Glyph way = new Glyph(event.toPlatform() ? "arrow-right" : "arrow-left");
        Span kind = new Span(event.what());
        kind.addClassName("p-protocol-kind");
        Span about = new Span((event.account() + "  " + Objects.toString(event.subscriber(), "")).strip());
        about.addClassName("p-protocol-about");
        Span detail = new Span(detail(event));
        detail.addClassName("p-protocol-detail");
        detail.setTitle(detail.getText());
        Div line = new Div(time, way, kind, about, detail);
        line.addClassNames("p-protocol-line", event.succeeded() ? "p-protocol-ok" : "p-protocol-failed");
        way.getElement()
                .setAttribute("title", t(event.toPlatform() ? "simulator.log.toPlatform" : "simulator.log.toCentre"));
        return line;
    }

    private static String detail(WireEvent event) {
        String status = event.succeeded() ? "" : "status=" + event.status();
        return Stream.of(status, event.messageId(), event.detail())
                .filter(part -> part != null && !part.isBlank())
                .collect(Collectors.joining("  "));
    }
}
