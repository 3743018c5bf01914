package io.parcours.ui.casefile;

import static io.parcours.ui.component.Words.t;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import io.parcours.engine.Incident;
import io.parcours.engine.Incidents;
import io.parcours.security.ParcoursUser;
import io.parcours.security.Role;
import io.parcours.ui.component.Glyph;
import io.parcours.ui.component.Notices;
import io.parcours.ui.component.RelativeTime;
import java.util.List;

/** Steps of the case that gave up: what does not go on, and what to do about it. */
class IncidentCard extends Div {

    private final transient Incidents incidents;
    private final transient Runnable onChange;

    IncidentCard(Incidents incidents, Runnable onChange) {
        this.incidents = incidents;
        this.onChange = onChange;
        addClassName("p-incident");
        getElement().setAttribute("role", "alert");
    }

    void show(List<Incident> open) {
        removeAll();
        setVisible(!open.isEmpty());
        open.forEach(incident -> add(line(incident)));
    }

    private Div line(Incident incident) {
        Span what = new Span(t("case.incident", Labels.step(incident.activityId(), incident.activityId())));
        what.addClassName("p-cell-main");
        Div words = new Div(what, new RelativeTime(incident.since()));
        words.addClassName("p-incident-words");
        Div line = new Div(new Glyph("octagon-alert"), words);
        line.addClassName("p-incident-line");
        if (ParcoursUser.current().filter(user -> user.has(Role.SUPERVISOR)).isPresent()) {
            words.add(new Div(t("case.incident.supervisor")));
            line.add(new Button(t("case.incident.retry"), new Glyph("refresh-cw"), click -> retry(incident)));
        } else {
            words.add(new Div(t("case.incident.tell")));
        }
        return line;
    }

    private void retry(Incident incident) {
        if (Refusals.tell(() -> incidents.retry(incident.id()))) {
            Notices.done(t("case.incident.retried"));
        }
        onChange.run();
    }
}
