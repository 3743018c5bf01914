package io.parcours.ui.supervisor;

import static io.parcours.ui.component.Words.t;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import io.parcours.conversation.AccountState;
import io.parcours.conversation.Outage;
import io.parcours.conversation.Problem;
import io.parcours.ui.casefile.Labels;
import io.parcours.ui.component.Glyph;
import io.parcours.ui.component.RelativeTime;
import java.util.List;

/** The accounts that cannot send or are not read: one line an outage, however many messages wait for it. */
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
        Div line = new Div(new Glyph("triangle-alert"), what, new RelativeTime(account.soSince()));
        if (!account.works()) {
            line.add(new Span(t("supervise.outage.waiting", outage.waiting())));
        }
        account.problems().forEach(problem -> line.add(why(problem)));
        line.addClassName("p-outage");
        return line;
    }

    private static Span why(Problem problem) {
        Span why = new Span(t(problem));
        why.addClassName("p-cell-note");
        return why;
    }
}
