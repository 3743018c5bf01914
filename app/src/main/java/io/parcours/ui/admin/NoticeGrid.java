package io.parcours.ui.admin;

import static io.parcours.ui.component.Words.t;

import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.grid.GridVariant;
import com.vaadin.flow.data.provider.CallbackDataProvider;
import com.vaadin.flow.data.renderer.LitRenderer;
import io.parcours.conversation.ChannelNotices;
import io.parcours.conversation.KeptNotice;
import io.parcours.conversation.Notice.Head;
import io.parcours.conversation.NoticeFilter;
import io.parcours.ui.casefile.Labels;
import io.parcours.ui.casefile.OpenRow;
import io.parcours.ui.component.EmptyState;
import io.parcours.ui.component.RelativeTime;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The notices, the newest first, read page by page as they are scrolled; on a telephone a card a row. */
class NoticeGrid extends Grid<KeptNotice> {

    private static final String MARK =
            "${item.toRead ? html`<span class=\"p-badge p-soon\"><vaadin-icon class=\"p-glyph\""
                    + " icon=\"p:eye\"></vaadin-icon><span>${item.mark}</span></span>` : ''}";
    private static final String ABOUT = "<div class=\"p-cell-note\">${item.about}</div>";

    private final CallbackDataProvider<KeptNotice, Void> rows;
    private NoticeFilter wanted = NoticeFilter.ALL;

    NoticeGrid(ChannelNotices notices) {
        addThemeVariants(GridVariant.LUMO_NO_BORDER, GridVariant.LUMO_COMPACT);
        addClassName("p-rows");
        setSizeFull();
        columns();
        rows = new CallbackDataProvider<>(
                query -> notices.page(wanted, query.getOffset(), query.getLimit()).stream(),
                query -> notices.count(wanted),
                KeptNotice::id);
        setItems(rows);
    }

    void show(NoticeFilter filter) {
        wanted = filter;
        setEmptyStateComponent(emptyState());
        rows.refreshAll();
    }

    private EmptyState emptyState() {
        if (wanted.toRead()) {
            return new EmptyState("circle-check", t("notices.none.toRead"), t("notices.none.toRead.next"));
        }
        return wanted.narrows()
                ? new EmptyState("filter", t("notices.none.filtered"), t("notices.none.filtered.next"))
                : new EmptyState("bell", t("notices.none"), t("notices.none.next"));
    }

    private void columns() {
        Column<KeptNotice> card = addColumn(card()).setFlexGrow(1);
        addColumn(from()).setHeader(t("notices.channel")).setWidth("150px").setFlexGrow(0);
        addColumn(reason()).setHeader(t("notices.reason")).setWidth("220px").setFlexGrow(1);
        addColumn(RelativeTime.column(KeptNotice::at))
                .setHeader(t("notices.when"))
                .setWidth("128px")
                .setFlexGrow(0);
        OpenRow.cardsWhereNarrow(this, card);
    }

    private static LitRenderer<KeptNotice> from() {
        return LitRenderer.<KeptNotice>of("<div class=\"p-row-card\"><div><span class=\"p-badge p-neutral\"><span>"
                        + "${item.channel}</span></span></div><div class=\"p-cell-note\">${item.account}</div></div>")
                .withProperty("channel", notice -> Labels.channel(notice.channel()))
                .withProperty("account", KeptNotice::account);
    }

    private static LitRenderer<KeptNotice> reason() {
        return worded("<div class=\"p-row-card\"><div><span class=\"p-cell-main\">${item.reason}</span>" + MARK
                        + "</div>" + ABOUT + "</div>")
                .withProperty("about", notice -> about(notice.head()));
    }

    private static LitRenderer<KeptNotice> card() {
        return worded("<div class=\"p-row-card\"><div><span class=\"p-cell-main\">${item.reason}</span>"
                        + "<parcours-time .at=\"${item.at}\"></parcours-time></div><div>" + MARK + "</div>" + ABOUT
                        + "</div>")
                .withProperty("at", notice -> notice.at().toString())
                .withProperty(
                        "about",
                        notice -> joined(
                                Labels.channel(notice.channel()),
                                notice.account(),
                                notice.head().sender(),
                                notice.head().subject()));
    }

    private static LitRenderer<KeptNotice> worded(String template) {
        return LitRenderer.<KeptNotice>of(template)
                .withProperty("reason", notice -> t(notice.reason()))
                .withProperty("toRead", KeptNotice::toRead)
                .withProperty("mark", notice -> t("notices.mark"));
    }

    private static String about(Head head) {
        return joined(head.sender(), head.subject());
    }

    private static String joined(String... parts) {
        return Stream.of(parts)
                .filter(Objects::nonNull)
                .filter(part -> !part.isBlank())
                .collect(Collectors.joining(" · "));
    }
}
