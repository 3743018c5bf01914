package io.parcours.ui.supervisor;

import static com.github.mvysny.kaributesting.v10.LocatorJ._click;
import static com.github.mvysny.kaributesting.v10.LocatorJ._find;
import static com.github.mvysny.kaributesting.v10.LocatorJ._get;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.mvysny.kaributesting.v10.GridKt;
import com.github.mvysny.kaributesting.v10.MockVaadin;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.tabs.Tabs;
import io.parcours.conversation.AccountState;
import io.parcours.conversation.Outage;
import io.parcours.conversation.Problem;
import io.parcours.engine.Incident;
import io.parcours.engine.Incidents;
import io.parcours.security.DemoUser;
import io.parcours.tenant.TenantContext;
import io.parcours.ui.ScreenTest;
import io.parcours.ui.SignedIn;
import io.parcours.ui.casefile.CaseView;
import io.parcours.work.QueueCount;
import io.parcours.work.Steering;
import io.parcours.work.WorkItem;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.awaitility.Awaitility;
import org.camunda.bpm.engine.ProcessEngine;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

@ScreenTest
@SignedIn(DemoUser.IBRAHIM)
class SupervisorViewsTest {

    @Autowired
    Shift shift;

    @Autowired
    Steering steering;

    @Autowired
    Incidents incidents;

    @Autowired
    ProcessEngine engine;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TransactionTemplate transaction;

    @Test
    void steeringShowsEveryQueueWithWhatIsOpenAndHowOldItIs() {
        shift.billingComplaint("Clarisse Agossou", "La facture de juin est fausse");
        UI.getCurrent().navigate("steering");
        int open = steering.counts().stream().mapToInt(QueueCount::open).sum();
        assertThat(figure("En cours")).isEqualTo(String.valueOf(open));
        assertThat(text(line("complaint-billing"))).contains("Facturation", "Moins d’1 h");
        assertThat(steering.counts())
                .allSatisfy(count -> assertThat(line(count.queue())).isNotNull());
    }

    @Test
    void whatIsOverdueIsSaidInWordsBesideTheColour() {
        WorkItem item = shift.billingComplaint("Mathieu Zinsou", "Prélèvement en double");
        transaction.executeWithoutResult(
                status -> jdbc.sql("update work_item set due_at = now() - interval '1 hour' where task_id = ?")
                        .param(item.taskId())
                        .update());
        UI.getCurrent().navigate("steering");
        assertThat(text(line("complaint-billing"))).containsPattern("[1-9]\\d* en retard");
        assertThat(Integer.parseInt(figure("En retard"))).isPositive();
    }

    @Test
    void aGestureToApproveIsListedWithWhatIsAskedAndOpensItsCase() {
        WorkItem item = shift.gestureAboveTheCeiling("Pélagie Hounkpatin", "Six mois facturés à tort");
        UI.getCurrent().navigate("approvals");
        WorkItemGrid grid = _get(WorkItemGrid.class);
        int row = rowOf(grid, item.caseNumber());
        assertThat(String.join(" ", GridKt._getFormattedRow(grid, row)))
                .contains("Pélagie Hounkpatin", item.caseNumber(), "60", "plafond");
        GridKt._clickItem(grid, row);
        assertThat(UI.getCurrent().getInternals().getActiveViewLocation().getPath())
                .isEqualTo("case/" + item.caseNumber());
        assertThat(UI.getCurrent().getCurrentView()).isInstanceOf(CaseView.class);
    }

    @Test
    void newApprovalsAnnounceThemselvesAboveTheListInsteadOfMovingIt() {
        shift.gestureAboveTheCeiling("Rachidatou Alidou", "Deux factures pour un mois");
        UI.getCurrent().navigate("approvals");
        WorkItemGrid grid = _get(WorkItemGrid.class);
        WorkItem later = shift.gestureAboveTheCeiling("Chantal Akpovi", "Options jamais demandées");
        await(() ->
                !_find(NativeButton.class, spec -> spec.withClasses("p-news")).isEmpty());
        assertThat(grid.taskIds()).doesNotContain(later.taskId());
        _click(_get(NativeButton.class, spec -> spec.withClasses("p-news")));
        assertThat(grid.taskIds()).contains(later.taskId());
    }

    @Test
    void theViewOfOnesOwnLeavesOutWhatIsWithOthers() {
        WorkItem item = shift.gestureAboveTheCeiling("Issa Moumouni", "Appels comptés deux fois");
        UI.getCurrent().navigate("approvals");
        _get(Tabs.class).setSelectedIndex(2);
        assertThat(_get(WorkItemGrid.class).taskIds()).doesNotContain(item.taskId());
    }

    @Test
    void aStepThatGaveUpIsShownWithItsReasonAndTriesAgain() {
        WorkItem item = shift.billingComplaint("Ganiou Salami", "Frais de dossier inconnus");
        giveUp(item.caseNumber());
        UI.getCurrent().navigate("incidents");
        Grid<Incident> grid = _get(Grid.class);
        int row = rowOf(grid, item.caseNumber());
        _click((Button) GridKt._getCellComponent(grid, row, "retry"));
        assertThat(incidents.open()).noneMatch(incident -> item.caseNumber().equals(incident.caseNumber()));
        assertThat(GridKt._findAll(grid))
                .noneMatch(incident -> item.caseNumber().equals(incident.caseNumber()));
    }

    @Test
    void anAccountThatIsDownSaysWhyInTheScreensLanguage() {
        Problem refused = Problem.of("sms.noConnection", "Connection refused");
        Outage outage = new Outage(new AccountState("demo", "sms", "demo", refused, Instant.now()), 1);
        Outages outages = new Outages();
        outages.show(List.of(outage));
        assertThat(text(outages)).contains("Le centre SMS refuse la connexion (Connection refused)");

        UI.getCurrent().setLocale(Locale.ENGLISH);
        outages.show(List.of(outage));
        assertThat(text(outages)).contains("The message centre refuses the connection (Connection refused)");
    }

    @Test
    void anAccountThatSendsButIsNotReadIsNotSaidToBeDown() {
        Problem unread = Problem.of("mail.notRead", Problem.of("mail.imap.unreachable", "the connection broke"));
        AccountState deaf = new AccountState("demo", "email", "demo", null, unread, Instant.now());
        Outages outages = new Outages();
        outages.show(List.of(new Outage(deaf, 0)));
        assertThat(text(outages)).contains("ne reçoit plus").doesNotContain("hors service");
    }

    @Test
    @SignedIn(DemoUser.ADJOA)
    void anotherOperatorsWorkIsNotCounted() {
        List<QueueCount> before = steering.counts();
        WorkItem foreign = TenantContext.call(
                "demo", () -> shift.billingComplaint("Arnaud Dansou", "Facture d’un autre opérateur"));
        assertThat(foreign.queue()).isEqualTo("complaint-billing");
        UI.getCurrent().navigate("steering");
        assertThat(figure("En cours"))
                .isEqualTo(String.valueOf(
                        steering.counts().stream().mapToInt(QueueCount::open).sum()));
        assertThat(steering.counts()).isEqualTo(before);
    }

    /** As after its last try: the timer of the deadline has none left. */
    private void giveUp(String caseNumber) {
        transaction.executeWithoutResult(status -> {
            var instance = engine.getRuntimeService()
                    .createProcessInstanceQuery()
                    .processInstanceBusinessKey(caseNumber)
                    .singleResult();
            var job = engine.getManagementService()
                    .createJobQuery()
                    .processInstanceId(instance.getId())
                    .timers()
                    .singleResult();
            engine.getManagementService().setJobRetries(job.getId(), 0);
        });
    }

    private static int rowOf(Grid<?> grid, String caseNumber) {
        List<?> rows = GridKt._findAll(grid);
        for (int row = 0; row < rows.size(); row++) {
            if (rows.get(row).toString().contains(caseNumber)) {
                return row;
            }
        }
        throw new AssertionError(caseNumber + " is not listed");
    }

    private static String figure(String label) {
        Component tile = _find(Figure.class).stream()
                .filter(figure -> text(figure).endsWith(label))
                .findFirst()
                .orElseThrow();
        return text(tile).replace(label, "").strip();
    }

    private static Component line(String queue) {
        return _find(Component.class, spec -> spec.withAttribute("data-queue", queue))
                .get(0);
    }

    private static String text(Component component) {
        return component.getElement().getTextRecursively();
    }

    private static void await(java.util.concurrent.Callable<Boolean> condition) {
        Awaitility.await().pollInSameThread().atMost(Duration.ofSeconds(20)).until(() -> {
            MockVaadin.clientRoundtrip();
            return condition.call();
        });
    }
}
