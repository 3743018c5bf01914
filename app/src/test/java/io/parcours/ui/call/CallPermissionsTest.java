package io.parcours.ui.call;

import static com.github.mvysny.kaributesting.v10.LocatorJ._assertNone;
import static com.github.mvysny.kaributesting.v10.LocatorJ._click;
import static com.github.mvysny.kaributesting.v10.LocatorJ._find;
import static com.github.mvysny.kaributesting.v10.LocatorJ._get;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.github.mvysny.kaributesting.v10.GridKt;
import com.github.mvysny.kaributesting.v10.MockVaadin;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.html.H1;
import io.parcours.call.AgentCalls;
import io.parcours.connector.simulator.ExchangeSimulator;
import io.parcours.customer.Customer;
import io.parcours.customer.Customers;
import io.parcours.demo.DemoCustomers;
import io.parcours.security.DemoUser;
import io.parcours.security.Role;
import io.parcours.tenant.TenantContext;
import io.parcours.ui.ScreenTest;
import io.parcours.ui.SignedIn;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;

/** Who may do what with calls and what is said in them. */
@ScreenTest
class CallPermissionsTest {

    private static final Map<String, Set<Role>> PAGES = Map.of(
            "supervisor/calls", Set.of(Role.SUPERVISOR),
            "telephone", Set.of(Role.AGENT_N1, Role.AGENT_N2, Role.BACK_OFFICE, Role.SUPERVISOR),
            "admin/prompts", Set.of(Role.TENANT_ADMIN));

    @Autowired
    ExchangeSimulator exchange;

    @Autowired
    AgentCalls calls;

    @Autowired
    Customers customers;

    @AfterEach
    void nobodyIsInACall() {
        exchange.channels().forEach(exchange::hangUp);
        await().atMost(Duration.ofSeconds(20))
                .until(() -> TenantContext.call("demo", calls::underWay).isEmpty());
    }

    @ParameterizedTest
    @EnumSource(DemoUser.class)
    void eachPageIsForThoseWhoseWorkItIs(DemoUser person) {
        PAGES.forEach((address, roles) -> {
            UI.getCurrent().navigate(address);
            boolean reached = !Set.of("Accès refusé", "Page introuvable")
                    .contains(_get(H1.class).getText());
            assertThat(reached).as("%s at %s", person.role(), address).isEqualTo(roles.contains(person.role()));
        });
    }

    @Test
    @SignedIn(DemoUser.IBRAHIM)
    void aSupervisorIsNotOfferedToListenToThemselves() {
        talking(DemoUser.IBRAHIM);
        talking(DemoUser.AWA);

        UI.getCurrent().navigate("supervisor/calls");

        Grid<?> grid = _get(Grid.class);
        assertThat(GridKt._size(grid)).isEqualTo(2);
        for (int row = 0; row < 2; row++) {
            boolean own = !GridKt._getFormattedRow(grid, row).contains(DemoUser.AWA.username());
            Component acts = GridKt._getCellComponent(grid, row, "acts");
            assertThat(_find(acts, Button.class)).as("own call: " + own).hasSize(own ? 0 : 3);
        }
    }

    @Test
    @SignedIn(DemoUser.AWA)
    void aCallIsOfferedToOthersWhoAreFree() {
        talking(DemoUser.AWA);
        talking(DemoUser.MOUSSA);
        UI.getCurrent().navigate("customers");
        soon(() -> !_find(Button.class, spec -> spec.withText("Consulter")).isEmpty());

        _click(_get(Button.class, spec -> spec.withText("Consulter")));

        TargetDialog targets = _get(TargetDialog.class);
        _assertNone(targets, Button.class, spec -> spec.withText(DemoUser.AWA.username()));
        assertThat(colleague(targets, DemoUser.MOUSSA).isEnabled()).isFalse();
        assertThat(colleague(targets, DemoUser.IBRAHIM).isEnabled()).isTrue();
    }

    private static Button colleague(TargetDialog targets, DemoUser person) {
        return _get(targets, Button.class, spec -> spec.withText(person.username()));
    }

    private void talking(DemoUser agent) {
        TenantContext.run("demo", () -> {
            soon(() -> exchange.connected(DemoCustomers.telephoneApplicationOf("demo")));
            Customer customer = customer();
            var call = calls.call(
                    agent.username(),
                    customer.id(),
                    null,
                    AgentCalls.numbers(customer).get(0),
                    "service");
            soon(() -> calls.find(call).orElseThrow().talkingAt() != null);
        });
    }

    /** Somebody who is in no call. */
    private Customer customer() {
        return customers.search("a", 40).stream()
                .map(found -> customers.find(found.id()).orElseThrow())
                .filter(each -> each.lastName() != null
                        && !AgentCalls.numbers(each).isEmpty()
                        && calls.ofCustomer(each.id()).isEmpty())
                .findFirst()
                .orElseThrow();
    }

    private static void soon(Callable<Boolean> condition) {
        await().pollInSameThread().atMost(Duration.ofSeconds(20)).until(() -> {
            MockVaadin.clientRoundtrip();
            return condition.call();
        });
    }
}
