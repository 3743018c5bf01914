package io.parcours.ui.casefile;

import static com.github.mvysny.kaributesting.v10.LocatorJ._assertNone;
import static com.github.mvysny.kaributesting.v10.LocatorJ._assertOne;
import static com.github.mvysny.kaributesting.v10.LocatorJ._click;
import static com.github.mvysny.kaributesting.v10.LocatorJ._find;
import static com.github.mvysny.kaributesting.v10.LocatorJ._get;
import static com.github.mvysny.kaributesting.v10.LocatorJ._setValue;
import static io.parcours.complaint.Motive.BILLING;
import static io.parcours.complaint.Motive.NETWORK;
import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.textfield.TextField;
import io.parcours.complaint.ComplaintStatus;
import io.parcours.complaint.Complaints;
import io.parcours.customer.Customers;
import io.parcours.engine.Tasks;
import io.parcours.security.DemoUser;
import io.parcours.tenant.TenantContext;
import io.parcours.ui.ScreenTest;
import io.parcours.ui.SignedIn;
import io.parcours.ui.component.CamundaForm;
import io.parcours.work.WorkItem;
import io.parcours.work.WorkQueue;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@ScreenTest
@SignedIn(DemoUser.FATOU)
class CaseViewTest {

    private static final Map<String, Object> SOLVED =
            Map.of("outcome", "SOLVED", "resolution", "La facture est corrigée.");

    @Autowired
    Complaints complaints;

    @Autowired
    Customers customers;

    @Autowired
    WorkQueue work;

    @Autowired
    Tasks tasks;

    @Test
    void whoClaimsTheCaseMayFillItsForm() {
        String number = opened();
        assertThat(readOnly()).isTrue();
        click("Prendre en charge");
        assertThat(readOnly()).isFalse();
        assertThat(NewCase.item(work, number).assignee()).isEqualTo(DemoUser.FATOU.username());
        click("Rendre à la corbeille");
        assertThat(NewCase.item(work, number).assignee()).isNull();
    }

    @Test
    void aForgedSubmissionIsRefusedAndTheTaskStays() {
        WorkItem item = claimed();
        submit(item, Map.of("outcome", "SOLVED"));
        submit(item, Map.of("outcome", "FORGED", "resolution", "x"));
        Map<String, Object> more = new HashMap<>(SOLVED);
        more.put("gestureCeiling", 1_000_000);
        submit(item, more);
        assertThat(work.find(item.taskId())).isPresent();
        assertThat(complaints.find(item.caseNumber()).orElseThrow().status()).isEqualTo(ComplaintStatus.IN_PROGRESS);
    }

    @Test
    void aValidSubmissionCompletesTheTaskOnceHoweverOftenItIsPressed() {
        WorkItem item = claimed();
        submit(item, SOLVED);
        submit(item, SOLVED);
        assertThat(work.find(item.taskId())).isEmpty();
        var complaint = complaints.find(item.caseNumber()).orElseThrow();
        assertThat(complaint.status()).isEqualTo(ComplaintStatus.PROCESSED);
        assertThat(complaint.resolution()).isEqualTo("La facture est corrigée.");
        _assertNone(CamundaForm.class);
        assertThat(_find(H3.class)).extracting(H3::getText).contains("En attente de l’abonné");
    }

    @Test
    void whatTheSubscriberSaysStandsAboveTheForm() {
        opened();
        assertThat(_get(Subject.class).getElement().getTextRecursively())
                .contains("« Facture contestée »", "Facturation", "Montant en cause");
    }

    @Test
    void theFormOnTheScreenStaysTheSameWhileTheCaseGoesOn() {
        claimed();
        CamundaForm form = _get(CamundaForm.class);
        _get(CaseView.class).panel().refresh();
        assertThat(_get(CamundaForm.class)).isSameAs(form);
    }

    @Test
    void whatAColleagueCompletedMeanwhileIsSaidAndNothingBreaks() {
        WorkItem item = claimed();
        tasks.complete(item.taskId(), SOLVED);
        submit(item, SOLVED);
        assertThat(_find(H3.class)).extracting(H3::getText).contains("En attente de l’abonné");
    }

    @Test
    void theGestureThatMayBeGrantedStandsBesideTheFormWithItsReasons() {
        claimed();
        GestureAdvice advice = _get(GestureAdvice.class);
        assertThat(advice.getElement().getTextRecursively())
                .contains("Geste possible", "parce que :")
                .doesNotContain("!gesture.");
    }

    @Test
    @SignedIn(DemoUser.AWA)
    void whoDoesNotWorkTheQueueSeesWhereTheCaseWaitsAndNoForm() {
        opened();
        _assertNone(CamundaForm.class);
        assertThat(_find(H3.class)).extracting(H3::getText).contains("Traiter la réclamation · corbeille Facturation");
    }

    @Test
    @SignedIn(DemoUser.YAO)
    void anotherOperatorsCaseDoesNotExistHere() {
        String foreign = TenantContext.call("demo", () -> NewCase.waiting(complaints, customers, work, BILLING));
        assertThat(complaints.find(foreign)).isEmpty();
        UI.getCurrent().navigate("case/" + foreign);
        assertThat(_get(H1.class).getText()).isEqualTo("Page introuvable");
        UI.getCurrent().navigate("case/nonsense");
        assertThat(_get(H1.class).getText()).isEqualTo("Page introuvable");
    }

    @Test
    void pastComplaintsAreFoundWithoutTheirAccents() {
        opened();
        _setValue(
                _get(TextField.class, spec -> spec.withPlaceholder("Chercher dans les réclamations closes")),
                "reglement");
        assertThat(_get(SimilarCard.class).getElement().getTextRecursively()).containsIgnoringCase("règlement");
    }

    @Test
    void theWayWalkedIsDrawn() {
        opened();
        _assertOne(DiagramCard.class);
        assertThat(_get(DiagramCard.class).getElement().getTextRecursively()).contains("Traiter la réclamation");
    }

    @Test
    @SignedIn(DemoUser.MOUSSA)
    void twoRolesMayWorkTheSameQueue() {
        String number = NewCase.waiting(complaints, customers, work, NETWORK);
        UI.getCurrent().navigate("case/" + number);
        _assertOne(CamundaForm.class);
    }

    private String opened() {
        String number = NewCase.waiting(complaints, customers, work, BILLING);
        UI.getCurrent().navigate("case/" + number);
        assertThat(_get(H1.class).getText()).isEqualTo(number);
        return number;
    }

    private WorkItem claimed() {
        String number = opened();
        click("Prendre en charge");
        return NewCase.item(work, number);
    }

    private static void submit(WorkItem item, Map<String, Object> submission) {
        _get(CaseView.class).panel().task().submit(item.taskId(), submission);
    }

    private static boolean readOnly() {
        return _get(CamundaForm.class).getElement().getProperty("readonly", false);
    }

    private static void click(String words) {
        _click(_get(Button.class, spec -> spec.withText(words)));
    }
}
