package io.parcours.ui.supervisor;

import static com.github.mvysny.kaributesting.v10.LocatorJ._click;
import static com.github.mvysny.kaributesting.v10.LocatorJ._get;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.github.mvysny.kaributesting.v10.GridKt;
import com.github.mvysny.kaributesting.v10.MockVaadin;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.grid.Grid;
import io.parcours.call.AgentCalls;
import io.parcours.call.CallDesk;
import io.parcours.connector.simulator.ExchangeSimulator;
import io.parcours.customer.Customer;
import io.parcours.customer.Customers;
import io.parcours.demo.DemoCustomers;
import io.parcours.security.DemoUser;
import io.parcours.tenant.TenantContext;
import io.parcours.trace.Timeline;
import io.parcours.ui.ScreenTest;
import io.parcours.ui.SignedIn;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** The calls of the agents, and the supervisor's part in them. */
@ScreenTest
@SignedIn(DemoUser.IBRAHIM)
class CallsViewTest {

    private static final String AWA = DemoUser.AWA.username();

    @Autowired
    ExchangeSimulator exchange;

    @Autowired
    AgentCalls calls;

    @Autowired
    CallDesk desk;

    @Autowired
    Customers customers;

    @Autowired
    Timeline timeline;

    @AfterEach
    void nobodyIsInACall() {
        exchange.channels().forEach(exchange::hangUp);
        await().atMost(Duration.ofSeconds(20))
                .until(() -> TenantContext.call("demo", calls::underWay).isEmpty());
    }

    @Test
    void aSupervisorListensAndLeaves() {
        UUID call = talking();
        UI.getCurrent().navigate("supervisor/calls");
        assertThat(rows()).isEqualTo(1);
        assertThat(GridKt._getFormattedRow(grid(), 0)).contains(AWA, "en conversation");

        click("Écouter");
        soon(() -> exchange.whisper().equals("none"));
        soon(() -> shows("Vous écoutez"));
        click("Quitter");

        soon(() -> exchange.whisper().isEmpty() && shows("Chuchoter"));
        assertThat(timeline.ofCustomer(customer().id(), 300))
                .extracting("kind")
                .containsSubsequence("supervisionBegun", "supervisionEnded");
        desk.hangUp(AWA, call);
        soon(() -> rows() == 0);
    }

    @Test
    void aSupervisorWhispersAndIsOutWhenTheCallEnds() {
        UUID call = talking();
        UI.getCurrent().navigate("supervisor/calls");
        click("Chuchoter");
        soon(() -> exchange.whisper().equals("out"));
        soon(() -> shows("L’agent vous entend"));

        desk.hangUp(AWA, call);

        soon(() -> rows() == 0);
        soon(() -> exchange.channels().isEmpty());
    }

    private UUID talking() {
        soon(() -> exchange.connected(DemoCustomers.telephoneApplicationOf("demo")));
        Customer customer = customer();
        UUID call = calls.call(
                AWA, customer.id(), null, AgentCalls.numbers(customer).get(0), "service");
        soon(() -> calls.find(call).orElseThrow().talkingAt() != null);
        return call;
    }

    private Customer customer() {
        return customers.search("a", 40).stream()
                .map(found -> customers.find(found.id()).orElseThrow())
                .filter(each ->
                        each.lastName() != null && !AgentCalls.numbers(each).isEmpty())
                .findFirst()
                .orElseThrow();
    }

    private static Grid<?> grid() {
        return _get(_get(CallsView.class), Grid.class);
    }

    private static int rows() {
        return GridKt._size(grid());
    }

    private static Component acts() {
        return GridKt._getCellComponent(grid(), 0, "acts");
    }

    private static boolean shows(String words) {
        return rows() == 1 && acts().getElement().getTextRecursively().contains(words);
    }

    private static void click(String text) {
        _click(_get(acts(), Button.class, spec -> spec.withText(text)));
    }

    private static void soon(Callable<Boolean> condition) {
        await().pollInSameThread().atMost(Duration.ofSeconds(20)).until(() -> {
            MockVaadin.clientRoundtrip();
            return condition.call();
        });
    }
}
