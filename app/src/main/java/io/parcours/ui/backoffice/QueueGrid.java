package io.parcours.ui.backoffice;

import static io.parcours.ui.component.Words.t;

import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.grid.GridVariant;
import com.vaadin.flow.data.provider.CallbackDataProvider;
import com.vaadin.flow.data.provider.DataProvider;
import com.vaadin.flow.data.renderer.LitRenderer;
import io.parcours.ui.casefile.Labels;
import io.parcours.ui.casefile.OpenRow;
import io.parcours.ui.casefile.People;
import io.parcours.ui.casefile.Phone;
import io.parcours.ui.component.DueBadge;
import io.parcours.ui.component.EmptyState;
import io.parcours.ui.component.PriorityBadge;
import io.parcours.ui.component.RelativeTime;
import io.parcours.work.WorkItem;
import java.util.function.Consumer;

/** The list: who first, when due last; on a telephone a card a row. Read page by page as it is scrolled. */
class QueueGrid extends Grid<WorkItem> {

    private final transient QueueContent content;
    private final CallbackDataProvider<WorkItem, Void> rows;
    private WorkItem focused;

    QueueGrid(QueueContent content, Consumer<WorkItem> onOpen, Consumer<WorkItem> onFocus) {
        this.content = content;
        addThemeVariants(GridVariant.LUMO_NO_BORDER, GridVariant.LUMO_COMPACT);
        setSelectionMode(SelectionMode.NONE);
        addClassName("p-rows");
        columns();
        OpenRow.on(this, onOpen);
        addCellFocusListener(focus -> {
            focused = focus.getItem().orElse(null);
            onFocus.accept(focused);
        });
        rows = DataProvider.fromCallbacks(
                query -> content.page(query.getOffset(), query.getLimit()).stream(), query -> content.count());
        setItems(rows);
    }

    /** The row on which the keyboard stands; null where it stands on none. */
    WorkItem focused() {
        return focused;
    }

    void reload() {
        focused = null;
        setEmptyStateComponent(emptyState());
        rows.refreshAll();
    }

    private EmptyState emptyState() {
        if (content.narrowed()) {
            return new EmptyState("filter", t("queue.none.filtered"), t("queue.none.filtered.next"));
        }
        return content.view().mine()
                ? new EmptyState("hand", t("queue.none.mine"), t("queue.none.mine.next"))
                : new EmptyState("inbox", t("queue.none"), t("queue.none.arrives"));
    }

    private void columns() {
        Column<WorkItem> card = addColumn(card()).setFlexGrow(1);
        addColumn(who()).setHeader(t("queue.who")).setWidth("150px").setFlexGrow(1);
        addColumn(about()).setHeader(t("queue.subject")).setWidth("160px").setFlexGrow(4);
        addColumn(WorkItem::caseNumber)
                .setHeader(t("queue.case"))
                .setWidth("158px")
                .setFlexGrow(0);
        addColumn(PriorityBadge.column(WorkItem::priority))
                .setHeader(t("queue.priority"))
                .setWidth("108px")
                .setFlexGrow(0);
        addColumn(item -> People.name(item.assignee()))
                .setHeader(t("queue.assignee"))
                .setWidth("124px")
                .setFlexGrow(0);
        addColumn(RelativeTime.column(WorkItem::createdAt))
                .setHeader(t("queue.created"))
                .setWidth("116px")
                .setFlexGrow(0);
        addColumn(DueBadge.column(WorkItem::dueAt))
                .setHeader(t("queue.due"))
                .setWidth("156px")
                .setFlexGrow(0);
        OpenRow.cardsWhereNarrow(this, card);
    }

    private static LitRenderer<WorkItem> who() {
        return LitRenderer.<WorkItem>of("<span class=\"p-cell-main\">${item.name}</span>")
                .withProperty("name", QueueGrid::name);
    }

    private static LitRenderer<WorkItem> about() {
        return LitRenderer.<WorkItem>of("<span title=\"${item.subject}\">${item.subject}</span>")
                .withProperty("subject", QueueGrid::subject);
    }

    private static LitRenderer<WorkItem> card() {
        return LitRenderer.<WorkItem>of("<div class=\"p-row-card\"><div><span class=\"p-cell-main\">${item.name}</span>"
                        + "<parcours-due .at=\"${item.due}\"></parcours-due></div>"
                        + "<div class=\"p-row-subject\">${item.subject}</div>"
                        + "<div class=\"p-cell-note\">${item.number} · ${item.priority} · ${item.holder}</div></div>")
                .withProperty("name", QueueGrid::name)
                .withProperty(
                        "due",
                        item -> item.dueAt() == null ? null : item.dueAt().toString())
                .withProperty("subject", QueueGrid::subject)
                .withProperty("number", WorkItem::caseNumber)
                .withProperty("priority", item -> PriorityBadge.word(item.priority()))
                .withProperty(
                        "holder", item -> item.assignee() == null ? t("queue.nobody") : People.name(item.assignee()));
    }

    private static String subject(WorkItem item) {
        return item.subject() == null ? Labels.task(item) : item.subject();
    }

    private static String name(WorkItem item) {
        return item.customerName() == null ? t("queue.unknown") : Phone.text(item.customerName());
    }
}
