package io.parcours.ui.agent;

import static io.parcours.ui.component.Words.t;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import io.parcours.customer.Line;
import io.parcours.ui.casefile.Dates;
import io.parcours.ui.casefile.Phone;
import io.parcours.ui.component.Badge;
import io.parcours.ui.component.Card;
import java.util.List;

/** The customer's lines: number, offer, state and since when (requirements 2.15, 2.16). */
class LinesCard extends Card {

    LinesCard(List<Line> lines) {
        super(t("customer.lines"));
        withTool(new Span(String.valueOf(lines.size())));
        lines.forEach(line -> body().add(row(line)));
    }

    private static Div row(Line line) {
        Span number = new Span(Phone.text(line.msisdn()));
        number.addClassNames("p-cell-main", "p-figure");
        boolean active = "active".equals(line.status());
        Badge state = new Badge(
                active ? "circle-check" : "ban",
                t("customer.line." + line.status()),
                active ? Badge.Tone.FINE : Badge.Tone.SOON);
        Div head = new Div(number, state);
        head.addClassName("p-line-head");
        Span offer = new Span(t("customer.line.since", line.offer(), Dates.text(line.since())));
        offer.addClassName("p-muted");
        Div row = new Div(head, offer);
        row.addClassName("p-line-row");
        return row;
    }
}
