package io.parcours.ui.supervisor;

import static io.parcours.ui.component.Words.t;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import io.parcours.conversation.AccountState;
import io.parcours.conversation.Outage;
import io.parcours.ui.casefile.Labels;
import io.parcours.ui.component.Glyph;
import io.parcours.ui.component.RelativeTime;
import java.util.List;

/** The accounts that cannot send, or by which nothing comes in: one line an outage, however many messages wait for it. */
class Outages extends Div {

    Outages() {
        addClassName("p-outages");
        getElement().setAttribute("role", "status");
    }

    void show(List<Outage> outages) {
        removeAll();
        setVisible(!outages.isEmpty());
        outages.forEach(outage -> add(line(outage)));
    }

    private static Div line(Outage outage) {
        AccountState account = outage.account();
        Span what = new Span(t(
                account.works() ? "supervise.outage.deaf" : "supervise.outage",
                Labels.channel(account.channel()),
                account.account()));
        what.addClassName("p-cell-main");
        Span why = new Span(t(account.trouble()));
        why.addClassName("p-cell-note");
        Div line = new Div(
                new Glyph("triangle-alert"),
                what,
                new RelativeTime(account.since()),
                new Span(t("supervise.outage.waiting", outage.waiting())),
                why);
        line.addClassName("p-outage");
        return line;
    }
}
