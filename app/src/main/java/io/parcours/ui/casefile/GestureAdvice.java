package io.parcours.ui.casefile;

import static io.parcours.ui.component.Words.t;

import com.vaadin.flow.component.html.Aside;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import io.parcours.complaint.Complaint;
import io.parcours.complaint.Gestures;
import io.parcours.decisions.GestureCeiling;
import io.parcours.ui.component.Badge;
import io.parcours.work.WorkItem;
import java.util.Set;

/** How much may be granted without asking anybody, and why (requirements 2.41, 2.42). */
class GestureAdvice extends Aside {

    private static final Set<String> TASKS = Set.of("solveComplaint", "approveGesture");

    private final transient Gestures gestures;
    private final String currency;

    GestureAdvice(Gestures gestures, String currency) {
        this.gestures = gestures;
        this.currency = currency;
        addClassName("p-advice");
    }

    void show(Complaint complaint, WorkItem item) {
        boolean fitting =
                item != null && TASKS.contains(item.taskKey()) && complaint != null && complaint.type() != null;
        setVisible(fitting);
        if (fitting) {
            removeAll();
            add(gestures.ceiling(complaint.caseNumber()));
        }
    }

    private void add(GestureCeiling ceiling) {
        boolean none = ceiling.amount().signum() == 0;
        Span amount = new Span(none ? t("gesture.none") : t("gesture.upTo", Money.text(ceiling.amount(), currency)));
        amount.addClassName("p-advice-amount");
        add(new H3(t("gesture.possible")), amount);
        if (ceiling.favourable()) {
            add(new Badge("star", t("gesture.favourable"), Badge.Tone.FINE));
        }
        if (ceiling.opportunist()) {
            add(new Badge("triangle-alert", t("gesture.opportunist"), Badge.Tone.SOON));
        }
        UnorderedList reasons = new UnorderedList();
        ceiling.reasons().forEach(code -> reasons.add(new ListItem(t("gesture.reason." + code))));
        Div because = new Div(t("gesture.because"));
        because.addClassName("p-muted");
        add(because, reasons);
    }
}
