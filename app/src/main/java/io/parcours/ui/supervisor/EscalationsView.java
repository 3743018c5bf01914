package io.parcours.ui.supervisor;

import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.Route;
import io.parcours.complaint.Complaints;
import io.parcours.live.Live;
import io.parcours.ui.casefile.Labels;
import io.parcours.ui.casefile.TakeNext;
import io.parcours.ui.frame.MainLayout;
import io.parcours.ui.supervisor.WorkItemGrid.Stake;
import io.parcours.work.WorkItem;
import io.parcours.work.WorkQueue;
import jakarta.annotation.security.RolesAllowed;

/** Complaints whose deadline was missed, for the supervisor to decide on. */
@Route(value = "escalations", layout = MainLayout.class)
@Menu(title = "supervise.escalations.title", icon = "flag", order = 32)
@RolesAllowed("SUPERVISOR")
class EscalationsView extends QueuePage {

    private static final String TEXTS = "supervise.escalations";

    EscalationsView(WorkQueue work, Complaints complaints, TakeNext next, Live live) {
        super(work, next, live, SupervisorQueues.ESCALATIONS, TEXTS, grid(complaints));
    }

    private static WorkItemGrid grid(Complaints complaints) {
        return new WorkItemGrid(TEXTS, "flag", item -> comesFrom(complaints, item));
    }

    /** The queue in which the complaint waited too long. */
    private static Stake comesFrom(Complaints complaints, WorkItem item) {
        return complaints
                .find(item.caseNumber())
                .map(complaint -> new Stake(
                        complaint.queue() == null ? null : Labels.queue(complaint.queue()), Labels.kind(complaint)))
                .orElse(new Stake(null, null));
    }
}
