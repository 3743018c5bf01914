package io.parcours.ui.contact;

import static com.github.mvysny.kaributesting.v10.LocatorJ._find;
import static com.github.mvysny.kaributesting.v10.LocatorJ._get;
import static com.github.mvysny.kaributesting.v10.LocatorJ._setValue;
import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.datetimepicker.DateTimePicker;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.IntegerField;
import io.parcours.customer.Customers;
import io.parcours.permission.Refusals;
import io.parcours.security.DemoUser;
import io.parcours.tenant.TenantContext;
import io.parcours.trace.Fact;
import io.parcours.trace.Facts;
import io.parcours.ui.ScreenTest;
import io.parcours.ui.SignedIn;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDateTime;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

@ScreenTest
@SignedIn(DemoUser.SALIF)
class ContactRulesViewTest {

    private static final LocalDateTime TUESDAY = LocalDateTime.of(2026, 12, 1, 10, 0);

    @Autowired
    Customers customers;

    @Autowired
    Facts facts;

    @Autowired
    Refusals refusals;

    @Autowired
    Clock clock;

    @Autowired
    TransactionTemplate transaction;

    @Test
    void theRulesInForceAnswerAsTheyWouldBeforeAMessage() {
        open();
        at(TUESDAY);
        assertThat(answer()).contains("Permis");

        _setValue(_get(IntegerField.class, spec -> spec.withLabel("Contacts en 24 heures")), 2);
        assertThat(answer()).contains("Refusé", "assez sollicité");

        at(TUESDAY.withHour(21));
        assertThat(answer()).contains("Plus tard, dans 11 h", "Heures calmes");

        _setValue(_get(Checkbox.class, spec -> spec.withLabel("Le client a refusé ces messages sur ce canal")), true);
        assertThat(answer()).contains("Refusé", "ne veut pas");
    }

    @Test
    void whatIsDueToTheCustomerIsSaidAtAnyHour() {
        open();
        at(TUESDAY.withHour(23));
        purpose("service");
        assertThat(answer()).contains("Permis", "due au client");
    }

    @Test
    void nonsenseIsAskedToBeMended() {
        open();
        _setValue(_get(IntegerField.class, spec -> spec.withLabel("Contacts en 7 jours")), -4);
        assertThat(answer()).contains("Complétez les champs");
    }

    @Test
    void whatWasHeldBackStandsThereWithItsReasonForItsOperatorAlone() {
        UUID customer = customers.search("a", 1).get(0).id();
        heldBack(customer, Duration.ZERO, "contactPressure");
        heldBack(customer, Duration.ofDays(31), "longAgo");
        open();
        assertThat(refusals.latest(10)).extracting(each -> each.reason()).contains("contactPressure");
        assertThat(refusals.counts()).containsKey("contactPressure").doesNotContainKey("longAgo");
        TenantContext.run("littoral", () -> {
            assertThat(refusals.counts()).isEmpty();
            assertThat(refusals.latest(10)).isEmpty();
        });
    }

    @Test
    void anAdministratorIsToldWhoChangesTheRules() {
        open();
        assertThat(_find(Anchor.class, spec -> spec.withText("Changer les règles dans les modèles")))
                .isEmpty();
    }

    @Test
    @SignedIn(DemoUser.AICHA)
    void anAnalystIsLedToTheModels() {
        open();
        assertThat(_get(Anchor.class, spec -> spec.withText("Changer les règles dans les modèles"))
                        .getHref())
                .isEqualTo("studio");
    }

    private void heldBack(UUID customer, Duration ago, String reason) {
        transaction.executeWithoutResult(status -> facts.record(Fact.of(
                clock.instant().minus(ago),
                "contactRefused",
                null,
                customer,
                null,
                Map.of("channel", "telegram", "purpose", "survey", "reason", reason, "code", "survey.ask"))));
    }

    private static void open() {
        UI.getCurrent().navigate("admin/contact");
    }

    private static void at(LocalDateTime time) {
        _setValue(_get(DateTimePicker.class), time);
    }

    @SuppressWarnings("unchecked")
    private static void purpose(String code) {
        _setValue((Select<String>) _get(Select.class), code);
    }

    private static String answer() {
        return _get(ContactTrialCard.class).getElement().getTextRecursively();
    }
}
