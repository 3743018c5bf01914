package io.parcours.ui.supervisor;

import static io.parcours.ui.component.Words.t;

import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.Route;
import io.parcours.engine.NotFound;
import io.parcours.engine.Tasks;
import io.parcours.live.Live;
import io.parcours.tenant.Tenants;
import io.parcours.ui.casefile.Money;
import io.parcours.ui.casefile.TakeNext;
import io.parcours.ui.frame.MainLayout;
import io.parcours.ui.supervisor.WorkItemGrid.Stake;
import io.parcours.work.WorkItem;
import io.parcours.work.WorkQueue;
import jakarta.annotation.security.RolesAllowed;
import java.math.BigDecimal;
import java.util.Map;

/** Goodwill gestures above the ceiling, which wait for a supervisor's yes or no (requirement 2.42). */
@Route(value = "approvals", layout = MainLayout.class)
@Menu(title = "supervise.approvals.title", icon = "gift", order = 31)
@RolesAllowed("SUPERVISOR")
class ApprovalsView extends QueuePage {

    private static final String TEXTS = "supervise.approvals";

    ApprovalsView(WorkQueue work, Tasks tasks, Tenants tenants, TakeNext next, Live live) {
        super(
                work,
                next,
                live,
                SupervisorQueues.APPROVALS,
                TEXTS,
                grid(tasks, tenants.current().currency()));
    }

    private static WorkItemGrid grid(Tasks tasks, String currency) {
        return new WorkItemGrid(TEXTS, "gift", item -> asked(tasks, item, currency));
    }

    /** What was asked for against what may be granted; nothing where somebody has just decided. */
    private static Stake asked(Tasks tasks, WorkItem item, String currency) {
        try {
            Map<String, Object> data = tasks.form(item.taskId()).data();
            return new Stake(
                    amount(data.get("requestedAmount"), currency),
                    t("supervise.approvals.ceiling", amount(data.get("gestureCeiling"), currency)));
        } catch (NotFound gone) {
            return new Stake(null, null);
        }
    }

    private static String amount(Object value, String currency) {
        return value instanceof Number number ? Money.text(new BigDecimal(number.toString()), currency) : "–";
    }
}
