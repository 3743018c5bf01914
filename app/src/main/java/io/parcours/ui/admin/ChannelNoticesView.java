package io.parcours.ui.admin;

import static io.parcours.ui.component.Words.t;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.Route;
import io.parcours.conversation.ChannelNotices;
import io.parcours.conversation.NoticeFilter;
import io.parcours.ui.component.EmptyState;
import io.parcours.ui.component.Glyph;
import io.parcours.ui.component.ListDetail;
import io.parcours.ui.frame.MainLayout;
import io.parcours.ui.frame.Page;
import jakarta.annotation.security.RolesAllowed;

/** What providers told and nothing acted on, such as a mail that was too large: it begins with what waits to be read. */
@Route(value = "admin/notices", layout = MainLayout.class)
@Menu(title = "notices.title", icon = "bell", order = 87)
@RolesAllowed({"TENANT_ADMIN", "SUPERVISOR"})
class ChannelNoticesView extends Page {

    private static final NoticeFilter TO_READ = new NoticeFilter(null, null, true);

    private final transient ChannelNotices notices;
    private final NoticeFilters filters;
    private final NoticeGrid grid;
    private final ListDetail pages;

    ChannelNoticesView(ChannelNotices notices) {
        super("notices.title");
        this.notices = notices;
        fillHeight();
        grid = new NoticeGrid(notices);
        filters = new NoticeFilters(notices.count(TO_READ) > 0, this::filter);
        header().setActions(new Button(t("notices.refresh"), new Glyph("refresh-cw"), click -> refresh()));
        Div list = new Div(filters, grid);
        list.addClassName("p-texts-list");
        pages = new ListDetail(list, nothingChosen());
        pages.onClose(grid::deselectAll);
        grid.asSingleSelect().addValueChangeListener(change -> {
            if (change.getValue() != null) {
                pages.open(new NoticeCard(change.getValue(), notices, this::count));
            }
        });
        add(pages);
        refresh();
    }

    private static EmptyState nothingChosen() {
        return new EmptyState("bell", t("notices.choose"), t("notices.choose.next"));
    }

    private void filter() {
        grid.show(filters.wanted());
    }

    private void refresh() {
        filters.offer(notices.sources());
        count();
    }

    /** After a notice was read the list is another one too. */
    private void count() {
        int toRead = notices.count(TO_READ);
        header().setCounts(t("notices.count", notices.count(NoticeFilter.ALL), toRead));
        filters.count(toRead);
        filter();
    }
}
