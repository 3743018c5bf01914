package io.parcours.ui.agent;

import static io.parcours.ui.component.Words.t;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.Route;
import io.parcours.customer.CustomerSummary;
import io.parcours.customer.Customers;
import io.parcours.live.Live;
import io.parcours.security.ParcoursUser;
import io.parcours.security.Role;
import io.parcours.ui.casefile.TakeNext;
import io.parcours.ui.component.EmptyState;
import io.parcours.ui.component.Glyph;
import io.parcours.ui.frame.HomeOf;
import io.parcours.ui.frame.MainLayout;
import io.parcours.ui.frame.Page;
import io.parcours.ui.frame.Updates;
import io.parcours.work.WorkQueue;
import jakarta.annotation.security.RolesAllowed;
import java.util.List;

/** Where an agent begins: who is calling, and what waits in the agent's queues. */
@Route(value = "customers", layout = MainLayout.class)
@Menu(title = "search.title", icon = "headset", order = 10)
@RolesAllowed({"AGENT_N1", "AGENT_N2", "BACK_OFFICE", "SUPERVISOR"})
@HomeOf({Role.AGENT_N1, Role.AGENT_N2})
public class CustomerSearchView extends Page {

    private static final int LIMIT = 50;
    private static final int SHORTEST = 2;

    private final transient Customers customers;
    private final TextField words = new TextField();
    private final CustomerGrid grid = new CustomerGrid(this::open);
    private final QueueTiles tiles;
    private final EmptyState none = new EmptyState("search", t("search.none"), t("search.none.next"));

    CustomerSearchView(Customers customers, WorkQueue work, TakeNext next, Live live) {
        super("search.title");
        this.customers = customers;
        ParcoursUser user = ParcoursUser.current().orElseThrow();
        List<String> queues = next.queuesOf(user);
        tiles = new QueueTiles(work, queues);
        fillHeight();
        header().setActions(next.button(() -> queues));
        Div content = new Div(field(), none, grid, tiles);
        content.addClassName("p-search-page");
        add(content);
        show(List.of());
        Updates.whileShown(this, told -> live.subscribe("work", told), tiles::refresh);
    }

    private TextField field() {
        words.setPlaceholder(t("search.field"));
        words.setLabel(t("search.begin"));
        words.setHelperText(t("search.begin.next"));
        words.setPrefixComponent(new Glyph("search"));
        words.setClearButtonVisible(true);
        words.setAutofocus(true);
        words.addClassName("p-search-big");
        words.setValueChangeMode(ValueChangeMode.LAZY);
        words.addValueChangeListener(change -> search());
        words.addKeyPressListener(com.vaadin.flow.component.Key.ENTER, enter -> openFirst());
        words.getElement()
                .executeJs(
                        "this.addEventListener('keydown', e => { if (e.key === 'ArrowDown') {"
                                + " const grid = $0; if (grid.offsetParent) { e.preventDefault();"
                                + " grid.querySelector('vaadin-grid-cell-content') && grid.focus(); } } })",
                        grid.getElement());
        return words;
    }

    private void search() {
        String wanted = words.getValue().strip();
        show(wanted.length() < SHORTEST ? List.of() : customers.search(wanted, LIMIT));
    }

    private void show(List<CustomerSummary> found) {
        boolean asked = words.getValue().strip().length() >= SHORTEST;
        grid.setItems(found);
        grid.setVisible(!found.isEmpty());
        none.setVisible(asked && found.isEmpty());
        tiles.setVisible(!asked);
    }

    private void openFirst() {
        search();
        grid.getListDataView().getItems().findFirst().ifPresent(this::open);
    }

    private void open(CustomerSummary customer) {
        getUI().ifPresent(
                        page -> page.navigate(CustomerView.class, customer.id().toString()));
    }
}
