package io.parcours.ui.agent;

import static io.parcours.ui.component.Words.t;

import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.grid.GridVariant;
import com.vaadin.flow.data.renderer.LitRenderer;
import io.parcours.customer.CustomerSummary;
import io.parcours.ui.casefile.Labels;
import io.parcours.ui.casefile.OpenRow;
import io.parcours.ui.casefile.Phone;
import java.util.function.Consumer;

/** The customers found. */
class CustomerGrid extends Grid<CustomerSummary> {

    CustomerGrid(Consumer<CustomerSummary> onOpen) {
        addThemeVariants(GridVariant.LUMO_NO_BORDER, GridVariant.LUMO_COMPACT);
        setSelectionMode(SelectionMode.NONE);
        addClassName("p-rows");
        setAllRowsVisible(true);
        Column<CustomerSummary> card = addColumn(card()).setFlexGrow(1);
        addColumn(LitRenderer.<CustomerSummary>of("<span class=\"p-cell-main\">${item.name}</span>")
                        .withProperty("name", CustomerGrid::name))
                .setHeader(t("search.name"))
                .setFlexGrow(2);
        addColumn(customer -> Phone.text(customer.msisdn()))
                .setHeader(t("search.number"))
                .setWidth("190px")
                .setFlexGrow(0);
        addColumn(CustomerGrid::segment).setHeader(t("customer.segment")).setFlexGrow(1);
        addColumn(LitRenderer.<CustomerSummary>of("${item.open ? item.open : ''}")
                        .withProperty("open", CustomerGrid::open))
                .setHeader(t("search.open"))
                .setWidth("200px")
                .setFlexGrow(0);
        OpenRow.cardsWhereNarrow(this, card);
        OpenRow.on(this, onOpen);
    }

    private static LitRenderer<CustomerSummary> card() {
        return LitRenderer.<CustomerSummary>of(
                        "<div class=\"p-row-card\"><div><span class=\"p-cell-main\">${item.name}</span>"
                                + "<span>${item.segment}</span></div>"
                                + "<div class=\"p-cell-note\">${item.number}${item.open ? ' · ' + item.open : ''}</div></div>")
                .withProperty("name", CustomerGrid::name)
                .withProperty("segment", CustomerGrid::segment)
                .withProperty("number", customer -> Phone.text(customer.msisdn()))
                .withProperty("open", CustomerGrid::open);
    }

    private static String name(CustomerSummary customer) {
        return Phone.text(customer.name());
    }

    private static String segment(CustomerSummary customer) {
        return customer.prospect() ? t("customer.prospect") : Labels.segment(customer.segment());
    }

    private static String open(CustomerSummary customer) {
        return customer.openComplaints() == 0 ? "" : t("search.open.count", customer.openComplaints());
    }
}
