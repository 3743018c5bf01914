package io.parcours.ui.backoffice;

import static com.github.mvysny.kaributesting.v10.LocatorJ._click;
import static com.github.mvysny.kaributesting.v10.LocatorJ._find;
import static com.github.mvysny.kaributesting.v10.LocatorJ._get;
import static com.github.mvysny.kaributesting.v10.LocatorJ._setValue;
import static io.parcours.complaint.Motive.BILLING;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.mvysny.kaributesting.v10.GridKt;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.tabs.Tab;
import com.vaadin.flow.component.textfield.TextField;
import io.parcours.complaint.Complaints;
import io.parcours.customer.Customers;
import io.parcours.security.DemoUser;
import io.parcours.tenant.TenantContext;
import io.parcours.ui.ScreenTest;
import io.parcours.ui.SignedIn;
import io.parcours.ui.casefile.NewCase;
import io.parcours.work.WorkItem;
import io.parcours.work.WorkQueue;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@ScreenTest
@SignedIn(DemoUser.FATOU)
class QueueViewTest {

    @Autowired
    Complaints complaints;

    @Autowired
    Customers customers;

    @Autowired
    WorkQueue work;

    @Test
    void whatWaitsIsListedWithItsCaseNumber() {
        String number = waiting();
        UI.getCurrent().navigate("queue");
        assertThat(rows()).extracting(WorkItem::caseNumber).contains(number);
    }

    @Test
    void theFilterFindsACaseByItsNumber() {
        String number = waiting();
        waiting();
        UI.getCurrent().navigate("queue");
        _setValue(_get(TextField.class, spec -> spec.withPlaceholder("Client ou dossier")), number);
        assertThat(rows()).extracting(WorkItem::caseNumber).containsExactly(number);
    }

    @Test
    void theNextOneIsClaimedAndItsCaseOpened() {
        waiting();
        UI.getCurrent().navigate("queue");
        _click(_get(Button.class, spec -> spec.withText("Prendre le suivant")));
        String path = UI.getCurrent().getInternals().getActiveViewLocation().getPath();
        assertThat(path).startsWith("case/PA-");
        assertThat(NewCase.item(work, path.substring("case/".length())).assignee())
                .isEqualTo(DemoUser.FATOU.username());
    }

    @Test
    void unassignedOnesAloneAreShownWhenAskedFor() {
        waiting();
        UI.getCurrent().navigate("queue");
        _click(_find(NativeButton.class).stream()
                .filter(chip -> chip.getElement().getTextRecursively().equals("Non attribuées"))
                .findFirst()
                .orElseThrow());
        assertThat(rows()).isNotEmpty().allMatch(item -> item.assignee() == null);
    }

    @Test
    void aRowThatArrivesIsAnnouncedAndMovesNothing() {
        UI.getCurrent().navigate("queue");
        List<WorkItem> before = rows();
        String number = waiting();
        _get(QueueView.class).hear();
        NativeButton news = _get(NativeButton.class, spec -> spec.withClasses("p-news"));
        assertThat(news.getText()).startsWith("Une nouvelle");
        assertThat(before).extracting(WorkItem::caseNumber).doesNotContain(number);
        _click(news);
        assertThat(rows()).extracting(WorkItem::caseNumber).contains(number);
    }

    @Test
    @SignedIn(DemoUser.AWA)
    void anAgentSeesTheQueuesOfTheirRoleAndNoOther() {
        UI.getCurrent().navigate("queue");
        assertThat(_find(Tab.class))
                .extracting(tab -> tab.getElement().getTextRecursively())
                .anyMatch(words -> words.startsWith("Qualification"))
                .noneMatch(words -> words.startsWith("Facturation"));
    }

    @Test
    @SignedIn(DemoUser.YAO)
    void anotherOperatorsWorkIsNotThere() {
        String foreign = TenantContext.call("demo", this::waiting);
        UI.getCurrent().navigate("queue");
        assertThat(rows()).extracting(WorkItem::caseNumber).doesNotContain(foreign);
    }

    private String waiting() {
        return NewCase.waiting(complaints, customers, work, BILLING);
    }

    private static List<WorkItem> rows() {
        return GridKt._findAll(_get(QueueGrid.class));
    }
}
