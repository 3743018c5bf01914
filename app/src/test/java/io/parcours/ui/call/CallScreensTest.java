package io.parcours.ui.call;

import static com.github.mvysny.kaributesting.v10.LocatorJ._assertNone;
import static com.github.mvysny.kaributesting.v10.LocatorJ._click;
import static com.github.mvysny.kaributesting.v10.LocatorJ._find;
import static com.github.mvysny.kaributesting.v10.LocatorJ._get;
import static com.github.mvysny.kaributesting.v10.LocatorJ._setValue;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.github.mvysny.kaributesting.v10.MockVaadin;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.notification.Notification;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import io.parcours.call.AgentCall;
import io.parcours.call.AgentCalls;
import io.parcours.call.AgentPlaces;
import io.parcours.call.CallDesk;
import io.parcours.connector.simulator.CalledParty;
import io.parcours.connector.simulator.CallerHandset;
import io.parcours.connector.simulator.ExchangeSimulator;
import io.parcours.customer.Customer;
import io.parcours.customer.Customers;
import io.parcours.demo.DemoCustomers;
import io.parcours.security.DemoUser;
import io.parcours.tenant.TenantContext;
import io.parcours.trace.Timeline;
import io.parcours.trace.TimelineEntry;
import io.parcours.ui.ScreenTest;
import io.parcours.ui.SignedIn;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.awaitility.core.ConditionFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Calls as agents and supervisors see them, through the whole application and the simulated exchange. */
@ScreenTest
@SignedIn(DemoUser.AWA)
class CallScreensTest {

    private static final String AWA = DemoUser.AWA.username();
    private static final String STRANGER = "+2290197990071";
    private static final String MOUSSA = DemoUser.MOUSSA.username();

    @Autowired
    ExchangeSimulator exchange;

    @Autowired
    AgentCalls calls;

    @Autowired
    CallDesk desk;

    @Autowired
    CallParts parts;

    @Autowired
    AgentPlaces places;

    @Autowired
    Customers customers;

    @Autowired
    Timeline timeline;

    @BeforeEach
    void connected() {
        soon().until(() -> exchange.connected(DemoCustomers.telephoneApplicationOf("demo")));
    }

    @AfterEach
    void nobodyIsInACall() {
        exchange.channels().forEach(exchange::hangUp);
        await().atMost(Duration.ofSeconds(20))
                .until(() -> TenantContext.call("demo", calls::underWay).isEmpty());
        TenantContext.run("demo", () -> places.set(AWA, "PJSIP/awa"));
    }

    @Test
    void anAgentCallsACustomerAndTheBarGoesWithThem() {
        Customer customer = customer();
        callFromTheirPage(customer, null);
        shown("en conversation");

        UI.getCurrent().navigate("customers");
        shown("en conversation");
        assertThat(words()).contains(customer.lastName());
        click("Raccrocher");

        soon().until(() -> refreshed() && _find(CallBar.class).isEmpty());
        assertThat(notices()).anyMatch(said -> said.contains("terminé"));
        assertThat(kinds(customer)).containsSubsequence("callBegun", "callAnswered", "callEnded");
    }

    @Test
    void afterAReloadTheBarIsThereAgain() {
        callFromTheirPage(customer(), null);
        shown("en conversation");

        assertThat(new CallBar(parts).isVisible()).isTrue();
    }

    @Test
    void whatCameOfACallIsSaidInWords() {
        Customer customer = customer();
        exchange.faults().whenCalled(number(customer).substring(1), CalledParty.BUSY);
        try {
            callFromTheirPage(customer, null);
            soon().until(() -> refreshed() && notices().stream().anyMatch(said -> said.contains("occupé")));
        } finally {
            exchange.faults().whenCalled(number(customer).substring(1), CalledParty.ANSWERS);
        }
    }

    @Test
    void aCallThatTheCustomerDoesNotWantIsRefusedInPlainWordsAndTraced() {
        Customer customer = customer();

        callFromTheirPage(customer, "marketing");

        assertThat(notices()).anyMatch(said -> said.contains("ne peut pas être appelé pour ce motif"));
        assertThat(kinds(customer)).last().isEqualTo("contactRefused");
        assertThat(exchange.channels()).isEmpty();
    }

    @Test
    void whoIsReachedNowhereIsToldWhereToSaySo() {
        UI.getCurrent().navigate("telephone");
        _setValue(place(), "Local/100@internal");
        click("Enregistrer");
        assertThat(place().isInvalid()).isTrue();
        _setValue(place(), "");
        click("Enregistrer");

        callFromTheirPage(customer(), null);

        assertThat(notices()).anyMatch(said -> said.contains("Mon téléphone"));
    }

    @Test
    void aCallerIsTakenFromTheirPage() {
        CallerHandset caller = exchange.handset(STRANGER);
        caller.call(DemoCustomers.telephoneNumberOf("demo"));
        soon().until(() -> caller.state() == CallerHandset.State.TALKING && caller() != null);
        UI.getCurrent().navigate("customer/" + caller());
        soon().until(() -> refreshed()
                && !_find(Button.class, spec -> spec.withText("Prendre l’appel"))
                        .isEmpty());

        click("Prendre l’appel");

        shown("en conversation");
        caller.hangUp();
        soon().until(() -> refreshed() && _find(CallBar.class).isEmpty());
        _assertNone(Button.class, spec -> spec.withText("Prendre l’appel"));
    }

    @Test
    void anAgentConsultsAColleagueAndHandsTheCallOver() {
        callFromTheirPage(customer(), null);
        shown("en conversation");
        click("Consulter");
        click(MOUSSA);
        shown("en consultation avec " + MOUSSA);

        click("Passer l’appel");

        soon().until(() -> refreshed() && _find(CallBar.class).isEmpty());
        AgentCall call = TenantContext.call("demo", () -> calls.ofAgent(MOUSSA)).orElseThrow();
        assertThat(notices()).anyMatch(said -> said.contains(MOUSSA));
        assertThat(call.live()).isTrue();
        TenantContext.run("demo", () -> desk.hangUp(MOUSSA, call.id()));
    }

    @Test
    void aCallIsRecordedAndTheBarSaysSo() {
        callFromTheirPage(customer(), null);
        shown("en conversation");
        click("Enregistrer l’appel");
        shown("Enregistré");
        assertThat(exchange.recordings()).hasSize(1);

        click("Arrêter l’enregistrement");

        soon().until(() -> refreshed() && !words().contains("Enregistré"));
        soon().until(() -> exchange.recordings().isEmpty());
    }

    private void callFromTheirPage(Customer customer, String purpose) {
        UI.getCurrent().navigate("customer/" + customer.id());
        _click(_get(CallButton.class));
        if (purpose != null) {
            _setValue(_get(Select.class, spec -> spec.withLabel("Pourquoi vous appelez")), purpose);
        }
        _click(_get(_get(CallDialog.class), Button.class, spec -> spec.withText("Appeler")));
    }

    private Customer customer() {
        return customers.search("a", 40).stream()
                .map(found -> customers.find(found.id()).orElseThrow())
                .filter(each ->
                        each.lastName() != null && !AgentCalls.numbers(each).isEmpty())
                .findFirst()
                .orElseThrow();
    }

    private static String number(Customer customer) {
        return AgentCalls.numbers(customer).get(0);
    }

    /** Whoever calls and was not known is by then. */
    private UUID caller() {
        return customers.search(STRANGER, 1).stream()
                .map(found -> found.id())
                .findFirst()
                .orElse(null);
    }

    private List<String> kinds(Customer customer) {
        return timeline.ofCustomer(customer.id(), 300).stream()
                .map(TimelineEntry::kind)
                .toList();
    }

    private void shown(String words) {
        soon().until(() -> refreshed() && words().contains(words));
    }

    private static boolean refreshed() {
        MockVaadin.clientRoundtrip();
        return true;
    }

    private static String words() {
        return UI.getCurrent().getElement().getTextRecursively();
    }

    private static List<String> notices() {
        return _find(Notification.class).stream()
                .map(notice -> notice.getElement().getTextRecursively())
                .toList();
    }

    private static TextField place() {
        return _get(TextField.class, spec -> spec.withLabel("Où vous joindre"));
    }

    private static void click(String text) {
        _click(_get(Button.class, spec -> spec.withText(text)));
    }

    private static ConditionFactory soon() {
        return await().atMost(Duration.ofSeconds(20))
                .pollInterval(Duration.ofMillis(50))
                .pollInSameThread();
    }
}
