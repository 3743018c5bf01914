package io.parcours.ui.supervisor;

import static io.parcours.ui.component.Words.t;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.grid.GridVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.data.renderer.LitRenderer;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.Route;
import io.parcours.call.AgentCall;
import io.parcours.call.CallState;
import io.parcours.call.Supervisors;
import io.parcours.call.Supervisors.Part;
import io.parcours.security.ParcoursUser;
import io.parcours.telephony.Supervision;
import io.parcours.ui.call.CallParts;
import io.parcours.ui.call.CallWords;
import io.parcours.ui.component.Badge;
import io.parcours.ui.component.EmptyState;
import io.parcours.ui.component.Glyph;
import io.parcours.ui.component.RelativeTime;
import io.parcours.ui.frame.MainLayout;
import io.parcours.ui.frame.Page;
import io.parcours.ui.frame.Updates;
import jakarta.annotation.security.RolesAllowed;
import java.util.List;
import java.util.Optional;

/** The calls of the operator's agents that go on, and the supervisor's ear and voice in them. */
@Route(value = "supervisor/calls", layout = MainLayout.class)
@Menu(title = "calls.supervise.title", icon = "headset", order = 34)
@RolesAllowed("SUPERVISOR")
class CallsView extends Page {

    private final transient CallParts parts;
    private final transient Supervisors supervisors;
    private final String me = ParcoursUser.current().map(ParcoursUser::username).orElseThrow();
    private final Grid<AgentCall> grid = new Grid<>();
    private transient List<Part> taking = List.of();

    CallsView(CallParts parts, Supervisors supervisors) {
        super("calls.supervise.title");
        this.parts = parts;
        this.supervisors = supervisors;
        fillHeight();
        grid.addThemeVariants(GridVariant.LUMO_NO_BORDER, GridVariant.LUMO_COMPACT, GridVariant.LUMO_WRAP_CELL_CONTENT);
        grid.setSizeFull();
        grid.setSelectionMode(Grid.SelectionMode.NONE);
        grid.addColumn(CallWords::agent).setHeader(t("calls.supervise.agent")).setFlexGrow(2);
        grid.addColumn(customer()).setHeader(t("calls.supervise.customer")).setFlexGrow(3);
        grid.addColumn(CallWords::state).setHeader(t("calls.supervise.state")).setFlexGrow(3);
        grid.addColumn(RelativeTime.column(AgentCall::beganAt))
                .setHeader(t("calls.supervise.since"))
                .setWidth("128px")
                .setFlexGrow(0);
        grid.addComponentColumn(this::acts)
                .setKey("acts")
                .setHeader(t("calls.supervise.part"))
                .setWidth("380px")
                .setFlexGrow(0);
        grid.setEmptyStateComponent(
                new EmptyState("headset", t("calls.supervise.none"), t("calls.supervise.none.next")));
        add(grid);
        refresh();
        Updates.whileShown(this, news -> parts.live().subscribe("calls", news), this::refresh);
    }

    private void refresh() {
        taking = supervisors.parts();
        List<AgentCall> calls = parts.calls().underWay();
        grid.setItems(calls);
        header().setCounts(t("calls.supervise.count", calls.size()));
    }

    private static LitRenderer<AgentCall> customer() {
        return LitRenderer.<AgentCall>of("<a class=\"p-cell-main\" href=\"${item.address}\">${item.name}</a>"
                        + " <span class=\"p-cell-note p-cell-number\">${item.number}</span>")
                .withProperty("name", CallWords::customer)
                .withProperty("number", call -> call.caseNumber() == null ? "" : call.caseNumber())
                .withProperty(
                        "address",
                        call -> call.caseNumber() == null
                                ? "customer/" + call.customerId()
                                : "case/" + call.caseNumber());
    }

    private Div acts(AgentCall call) {
        Div acts = new Div();
        acts.addClassName("p-call-acts");
        taking.stream()
                .filter(part ->
                        part.callId().equals(call.id()) && !part.supervisor().equals(me))
                .forEach(part -> acts.add(new Badge("eye", part.supervisor(), Badge.Tone.INFO)));
        Optional<Part> own =
                taking.stream().filter(part -> part.supervisor().equals(me)).findFirst();
        if (own.filter(part -> part.callId().equals(call.id())).isPresent()) {
            Part part = own.get();
            acts.add(new Span(t("calls.part." + (part.up() ? part.how() : "RINGS"))));
            acts.add(button("calls.part.leave", "x", () -> supervisors.leave(me)));
        } else if (own.isEmpty() && call.state() == CallState.TALKING && !me.equals(call.agent())) {
            acts.add(
                    begin(call, Supervision.LISTEN, "eye"),
                    begin(call, Supervision.WHISPER, "message-square"),
                    begin(call, Supervision.BARGE, "users"));
        }
        return acts;
    }

    private Button begin(AgentCall call, Supervision how, String icon) {
        return button("calls.begin." + how, icon, () -> supervisors.begin(me, call.id(), how));
    }

    private Button button(String key, String icon, Runnable what) {
        Button button = new Button(t(key), new Glyph(icon));
        button.addThemeVariants(ButtonVariant.LUMO_SMALL);
        button.setDisableOnClick(true);
        button.addClickListener(click -> {
            CallWords.tell(parts.tenants().current().zone(), what);
            refresh();
        });
        return button;
    }
}
