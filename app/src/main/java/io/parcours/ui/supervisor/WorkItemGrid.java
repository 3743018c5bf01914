package io.parcours.ui.supervisor;

import static io.parcours.ui.component.Words.t;

import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.grid.GridVariant;
import com.vaadin.flow.data.renderer.LitRenderer;
import com.vaadin.flow.function.ValueProvider;
import io.parcours.ui.casefile.OpenRow;
import io.parcours.ui.casefile.People;
import io.parcours.ui.component.DueBadge;
import io.parcours.ui.component.EmptyState;
import io.parcours.ui.component.PriorityBadge;
import io.parcours.ui.component.RelativeTime;
import io.parcours.work.WorkItem;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Items of a queue: who first, when it is due last; each line leads to its case. */
class WorkItemGrid extends Grid<WorkItem> {

    /** What the supervisor is asked about, on two lines; the second may be null. */
    record Stake(String first, String second) {}

    private final transient Function<WorkItem, Stake> stake;

    WorkItemGrid(String texts, String icon, Function<WorkItem, Stake> stake) {
        super(WorkItem.class, false);
        this.stake = stake;
        addThemeVariants(GridVariant.LUMO_NO_BORDER, GridVariant.LUMO_COMPACT);
        setSizeFull();
        setSelectionMode(SelectionMode.NONE);
        addClassName("p-rows");
        Column<WorkItem> card = addColumn(card()).setFlexGrow(1);
        addColumn(two(WorkItemGrid::name, WorkItem::caseNumber))
                .setHeader(t("supervise.item.who"))
                .setWidth("180px");
        addColumn(subject())
                .setHeader(t("supervise.item.subject"))
                .setFlexGrow(4)
                .setWidth("180px");
        addColumn(stake()).setHeader(t(texts + ".stake")).setWidth("150px");
        fixed(addColumn(PriorityBadge.column(WorkItem::priority)), "priority", "104px");
        fixed(addColumn(item -> People.name(item.assignee())), "assignee", "110px");
        fixed(addColumn(RelativeTime.column(WorkItem::createdAt)), "since", "104px");
        fixed(addColumn(DueBadge.column(WorkItem::dueAt)), "due", "156px");
        OpenRow.on(this, item -> getUI().ifPresent(page -> page.navigate("case/" + item.caseNumber())));
        OpenRow.cardsWhereNarrow(this, card);
        setEmptyStateComponent(new EmptyState(icon, t(texts + ".none"), t(texts + ".none.next")));
    }

    Set<String> taskIds() {
        return getListDataView().getItems().map(WorkItem::taskId).collect(Collectors.toSet());
    }

    private static void fixed(Column<WorkItem> column, String header, String width) {
        column.setHeader(t("supervise.item." + header)).setWidth(width).setFlexGrow(0);
    }

    private static LitRenderer<WorkItem> two(
            ValueProvider<WorkItem, String> first, ValueProvider<WorkItem, String> second) {
        return LitRenderer.<WorkItem>of("<div class=\"p-two\"><span class=\"p-cell-main\">${item.first}</span>"
                        + "<span class=\"p-muted\">${item.second}</span></div>")
                .withProperty("first", first)
                .withProperty("second", second);
    }

    private static LitRenderer<WorkItem> subject() {
        return LitRenderer.<WorkItem>of("<div class=\"p-two-lines\" title=\"${item.subject}\">${item.subject}</div>")
                .withProperty("subject", WorkItem::subject);
    }

    private LitRenderer<WorkItem> stake() {
        return two(item -> stake.apply(item).first(), item -> stake.apply(item).second());
    }

    private LitRenderer<WorkItem> card() {
        return LitRenderer.<WorkItem>of("<div class=\"p-row-card\"><div><span class=\"p-cell-main\">${item.name}</span>"
                        + "<parcours-due .at=\"${item.due}\"></parcours-due></div>"
                        + "<div class=\"p-row-subject\">${item.subject}</div>"
                        + "<div class=\"p-cell-note\">${item.note}</div></div>")
                .withProperty("name", WorkItemGrid::name)
                .withProperty(
                        "due",
                        item -> item.dueAt() == null ? null : item.dueAt().toString())
                .withProperty("subject", WorkItem::subject)
                .withProperty("note", this::note);
    }

    private String note(WorkItem item) {
        Stake asked = stake.apply(item);
        return Stream.of(item.caseNumber(), PriorityBadge.word(item.priority()), asked.first(), asked.second())
                .filter(Objects::nonNull)
                .collect(Collectors.joining(" · "));
    }

    private static String name(WorkItem item) {
        return item.customerName() == null ? t("supervise.item.prospect") : item.customerName();
    }
}
