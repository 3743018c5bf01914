package io.parcours.ui.supervisor;

import static io.parcours.ui.component.Words.t;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.grid.GridVariant;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.data.renderer.LitRenderer;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.Route;
import io.parcours.conversation.Conversations;
import io.parcours.engine.Incident;
import io.parcours.engine.Incidents;
import io.parcours.engine.NotFound;
import io.parcours.live.Live;
import io.parcours.ui.casefile.Labels;
import io.parcours.ui.component.EmptyState;
import io.parcours.ui.component.Glyph;
import io.parcours.ui.component.Notices;
import io.parcours.ui.component.RelativeTime;
import io.parcours.ui.frame.MainLayout;
import io.parcours.ui.frame.Page;
import io.parcours.ui.frame.Updates;
import jakarta.annotation.security.RolesAllowed;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Steps that gave up, with the reason and the way to try again. */
@Route(value = "incidents", layout = MainLayout.class)
@Menu(title = "supervise.incidents.title", icon = "triangle-alert", order = 33)
@RolesAllowed("SUPERVISOR")
class IncidentsView extends Page {

    private final transient Incidents incidents;
    private final transient Live live;
    private final transient Conversations conversations;
    private final Outages outages = new Outages();
    private final Button all =
            new Button(t("supervise.incidents.retryAll"), new Glyph("rotate-ccw"), click -> retryAll());
    private final Grid<Incident> grid = new Grid<>();
    private final Set<String> listening = new HashSet<>();

    IncidentsView(Incidents incidents, Conversations conversations, Live live) {
        super("supervise.incidents.title");
        this.incidents = incidents;
        this.conversations = conversations;
        this.live = live;
        fillHeight();
        grid.addThemeVariants(GridVariant.LUMO_NO_BORDER, GridVariant.LUMO_COMPACT, GridVariant.LUMO_WRAP_CELL_CONTENT);
        grid.setSizeFull();
        grid.setSelectionMode(Grid.SelectionMode.NONE);
        grid.addColumn(where())
                .setHeader(t("supervise.incident.case"))
                .setFlexGrow(2)
                .setWidth("190px");
        grid.addColumn(Incident::reason)
                .setHeader(t("supervise.incident.reason"))
                .setFlexGrow(5)
                .setWidth("220px");
        grid.addColumn(RelativeTime.column(Incident::since))
                .setHeader(t("supervise.incident.since"))
                .setWidth("128px")
                .setFlexGrow(0);
        grid.addComponentColumn(this::retry)
                .setKey("retry")
                .setHeader(t("supervise.incident.action"))
                .setWidth("160px")
                .setFlexGrow(0);
        grid.setEmptyStateComponent(
                new EmptyState("circle-check", t("supervise.incidents.none"), t("supervise.incidents.none.next")));
        Button again = new Button(t("supervise.incidents.refresh"), new Glyph("refresh-cw"), click -> refresh());
        header().setActions(all, again);
        add(outages, grid);
        refresh();
        Updates.whileShown(this, news -> live.subscribe("work", news), this::refresh);
    }

    private void refresh() {
        List<Incident> open = incidents.open();
        grid.setItems(open);
        all.setVisible(open.size() > 1);
        outages.show(conversations.outages());
        header().setCounts(t("supervise.incidents.count", open.size()));
    }

    private static LitRenderer<Incident> where() {
        // Work of the platform itself, such as a message on its second way, belongs to no case.
        return LitRenderer.<Incident>of("<div class=\"p-row-card\">${item.number ? html`<a class=\"p-cell-main\""
                        + " href=\"case/${item.number}\">${item.number}</a>` : html`<span class=\"p-cell-main\">"
                        + "${item.platform}</span>`}<div class=\"p-cell-note\">${item.step}</div></div>")
                .withProperty("number", Incident::caseNumber)
                .withProperty("platform", incident -> t("supervise.incident.platform"))
                .withProperty("step", incident -> Labels.step(incident.activityId(), ""));
    }

    private Button retry(Incident incident) {
        Button retry = new Button(t("supervise.incident.retry"), new Glyph("rotate-ccw"), click -> retryNow(incident));
        retry.addThemeVariants(ButtonVariant.LUMO_SMALL);
        retry.setAriaLabel(t("supervise.incident.retry.of", String.valueOf(incident.caseNumber())));
        return retry;
    }

    private void retryNow(Incident incident) {
        try {
            incidents.retry(incident.id());
            listenTo(incident.caseNumber());
            Notices.done(t("supervise.incident.retried", String.valueOf(incident.caseNumber())));
        } catch (NotFound gone) {
            Notices.done(t("supervise.incident.gone"));
        }
        refresh();
    }

    private void retryAll() {
        List<Incident> open = incidents.open();
        for (Incident incident : open) {
            try {
                incidents.retry(incident.id());
                listenTo(incident.caseNumber());
            } catch (NotFound gone) {
                // Somebody else was quicker.
            }
        }
        Notices.done(t("supervise.incidents.retriedAll", open.size()));
        refresh();
    }

    /** Should the step fail again, its case tells; the ear is a part of the page so that it goes with it. */
    private void listenTo(String caseNumber) {
        if (caseNumber != null && listening.add(caseNumber)) {
            Span ear = new Span();
            ear.setVisible(false);
            Updates.whileShown(ear, news -> live.subscribe("case/" + caseNumber, news), this::refresh);
            add(ear);
        }
    }
}
