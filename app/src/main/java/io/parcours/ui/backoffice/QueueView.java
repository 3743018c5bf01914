package io.parcours.ui.backoffice;

import static io.parcours.ui.component.Words.t;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.Route;
import io.parcours.engine.Tasks;
import io.parcours.live.Live;
import io.parcours.security.ParcoursUser;
import io.parcours.security.Role;
import io.parcours.ui.casefile.CaseView;
import io.parcours.ui.casefile.Refusals;
import io.parcours.ui.casefile.TakeNext;
import io.parcours.ui.component.Glyph;
import io.parcours.ui.frame.HomeOf;
import io.parcours.ui.frame.Keys;
import io.parcours.ui.frame.MainLayout;
import io.parcours.ui.frame.Page;
import io.parcours.ui.frame.Updates;
import io.parcours.work.WorkItem;
import io.parcours.work.WorkQueue;
import jakarta.annotation.security.RolesAllowed;
import java.util.List;

/** The queues (corbeilles) of the person's roles: what waits, for whom and until when; and the way to the next one. */
@Route(value = "queue", layout = MainLayout.class)
@Menu(title = "queue.title", icon = "inbox", order = 20)
@RolesAllowed({"BACK_OFFICE", "AGENT_N1", "AGENT_N2", "SUPERVISOR"})
@HomeOf(Role.BACK_OFFICE)
public class QueueView extends Page implements BeforeEnterObserver {

    private final transient Tasks tasks;
    private final transient QueueContent content;
    private final QueueTabs tabs;
    private final QueueGrid grid;
    private final NativeButton news = new NativeButton();
    private final TextField filter = new TextField();
    private final Button claim = Keys.on(Keys.CLAIM, new Button(t("queue.claim"), new Glyph("hand"), click -> claim()));

    QueueView(WorkQueue work, TakeNext next, Tasks tasks, Live live) {
        super("queue.title");
        this.tasks = tasks;
        ParcoursUser user = ParcoursUser.current().orElseThrow();
        List<String> queues = next.queuesOf(user);
        content = new QueueContent(work, queues, user.username());
        tabs = new QueueTabs(queues, this::choose);
        grid = new QueueGrid(content, this::open, focused -> claim.setEnabled(QueueContent.free(focused)));
        fillHeight();
        header().setActions(textFilter(), claim, next.button(content::queuesToTakeFrom));
        claim.setEnabled(false);
        claim.addClassName("p-wide-only");
        news.addClassName("p-news");
        news.addClickListener(click -> reload());
        Div list = new Div(new Div(tabs, new QueueChips(content, this::reload)), news, grid);
        list.addClassName("p-queue");
        add(list);
        reload();
        Updates.whileShown(this, told -> live.subscribe("work", told), this::hear);
    }

    /** {@code queue?code=complaint-billing} opens one of them. */
    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        event.getLocation().getQueryParameters().getSingleParameter("code").ifPresent(tabs::select);
    }

    private TextField textFilter() {
        filter.setPlaceholder(t("queue.filter"));
        filter.setAriaLabel(t("queue.filter"));
        filter.setPrefixComponent(new Glyph("filter"));
        filter.setClearButtonVisible(true);
        filter.setValueChangeMode(ValueChangeMode.LAZY);
        filter.addValueChangeListener(change -> {
            content.contain(change.getValue());
            reload();
        });
        return filter;
    }

    private void choose(QueueTabs.View view) {
        content.choose(view);
        reload();
    }

    private void open(WorkItem item) {
        getUI().ifPresent(page -> page.navigate(CaseView.class, item.caseNumber()));
    }

    private void claim() {
        WorkItem item = grid.focused();
        if (item == null) {
            return;
        }
        if (Refusals.tell(() -> tasks.claim(item.taskId()))) {
            open(item);
        } else {
            reload();
        }
    }

    private void reload() {
        content.remember();
        grid.reload();
        claim.setEnabled(false);
        count();
        news.setVisible(false);
    }

    private void count() {
        tabs.count(content.counts(), content.mine());
    }

    /** Rows never move under the pointer: figures change at once, the list when the person says so. */
    void hear() {
        count();
        int arrived = content.arrived();
        if (arrived > 0) {
            news.setText(t("queue.news", arrived));
        } else if (content.changed()) {
            news.setText(t("queue.changed"));
        }
        news.setVisible(arrived > 0 || content.changed());
    }
}
