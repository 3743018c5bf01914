package io.parcours.ui.agent;

import static com.github.mvysny.kaributesting.v10.LocatorJ._assertNone;
import static com.github.mvysny.kaributesting.v10.LocatorJ._click;
import static com.github.mvysny.kaributesting.v10.LocatorJ._find;
import static com.github.mvysny.kaributesting.v10.LocatorJ._get;
import static com.github.mvysny.kaributesting.v10.LocatorJ._setValue;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.mvysny.kaributesting.v10.BasicUtilsKt;
import com.github.mvysny.kaributesting.v10.GridKt;
import com.vaadin.flow.component.AbstractField;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Code;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.BigDecimalField;
import com.vaadin.flow.component.textfield.TextField;
import io.parcours.complaint.Complaint;
import io.parcours.complaint.Complaints;
import io.parcours.complaint.Motive;
import io.parcours.customer.Customer;
import io.parcours.customer.CustomerSummary;
import io.parcours.customer.Customers;
import io.parcours.language.Language;
import io.parcours.permission.Consents;
import io.parcours.security.DemoUser;
import io.parcours.tenant.TenantContext;
import io.parcours.trace.Timeline;
import io.parcours.trace.TimelineEntry;
import io.parcours.ui.ScreenTest;
import io.parcours.ui.SignedIn;
import java.math.BigDecimal;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@ScreenTest
@SignedIn(DemoUser.AWA)
class CustomerViewTest {

    @Autowired
    Customers customers;

    @Autowired
    Complaints complaints;

    @Autowired
    CustomersFound search;

    @Autowired
    Consents consents;

    @Autowired
    Timeline timeline;

    @Test
    void aCustomerIsFoundByPartOfTheNumberAndOpened() {
        CustomerSummary wanted = somebody();
        UI.getCurrent().navigate("customers");
        _setValue(
                _get(TextField.class, spec -> spec.withLabel("Qui appelle ?")),
                wanted.msisdn().substring(4));
        assertThat(GridKt._findAll(_get(CustomerGrid.class)))
                .extracting(CustomerSummary::id)
                .contains(wanted.id());
        GridKt._clickItem(_get(CustomerGrid.class), 0);
        assertThat(UI.getCurrent().getInternals().getActiveViewLocation().getPath())
                .startsWith("customer/");
    }

    @Test
    void aComplaintIsRegisteredForACallerAndItsNumberShown() {
        CustomerSummary caller = somebody();
        open(caller.id());
        click("Enregistrer une réclamation");
        RegisterFields fields = _get(RegisterFields.class);
        _setValue(fields.motive, Motive.BILLING);
        _setValue(fields.description, "Deux prélèvements en mars");
        _setValue(_get(BigDecimalField.class), BigDecimal.valueOf(12_400));
        click("Enregistrer");
        String number = _get(Code.class).getText();
        Complaint complaint = complaints.find(number).orElseThrow();
        assertThat(complaint.customerId()).isEqualTo(caller.id());
        assertThat(complaint.motive()).isEqualTo(Motive.BILLING);
        assertThat(complaint.amount()).isEqualByComparingTo("12400");
        click("Ouvrir le dossier");
        assertThat(_get(H1.class).getText()).isEqualTo(number);
    }

    @Test
    void whatTheCustomerAcceptsIsNotedWhileTheyTalkAndStandsOnTheTimeline() {
        CustomerSummary caller = somebody();
        open(caller.id());
        Select<Boolean> advertising = _get(Select.class, spec -> spec.withLabel("Publicité"));

        chooses(advertising, false);

        assertThat(consents.of(caller.id())).singleElement().satisfies(consent -> {
            assertThat(consent.purpose()).isEqualTo("marketing");
            assertThat(consent.granted()).isFalse();
            assertThat(consent.source()).isEqualTo("agent");
        });
        assertThat(timeline.ofCustomer(caller.id(), 10))
                .extracting(TimelineEntry::kind)
                .contains("consentRefused");
    }

    @Test
    void theLanguageAndTheChannelThatACustomerWantsAreNotedAndRemembered() {
        CustomerSummary caller = somebody();
        open(caller.id());

        chooses(select("Langue"), Language.FON);
        chooses(select("Canal préféré"), "whatsapp");

        Customer noted =
                TenantContext.call("demo", () -> customers.find(caller.id()).orElseThrow());
        assertThat(noted.language()).isEqualTo(Language.FON);
        assertThat(noted.preferredChannel()).isEqualTo("whatsapp");
        assertThat(timeline.ofCustomer(caller.id(), 10))
                .extracting(TimelineEntry::kind)
                .contains("languageChosen", "channelChosen");
    }

    @SuppressWarnings("unchecked")
    private static <T> Select<T> select(String label) {
        return (Select<T>) _find(Select.class).stream()
                .filter(field -> field.getAriaLabel().filter(label::equals).isPresent())
                .findFirst()
                .orElseThrow();
    }

    @Test
    void anotherRecordOfThePersonIsFoundMergedAndSeparatedAgain() {
        CustomerSummary caller = somebody();
        CustomerSummary other = TenantContext.call("demo", () -> customers.search("22901", 50)).stream()
                .filter(customer -> !customer.id().equals(caller.id()))
                .findFirst()
                .orElseThrow();
        open(caller.id());
        click("Fusionner");
        _setValue(
                _get(TextField.class, spec -> spec.withLabel("L’autre fiche de cette personne")),
                other.msisdn().substring(4));
        GridKt._clickItem(_get(CustomerGrid.class), 0);
        click("Fusionner les deux fiches");
        assertThat(customers.find(other.id()).orElseThrow().id()).isEqualTo(caller.id());
        assertThat(_get(MergedCard.class).isVisible()).isTrue();

        click("Séparer");

        assertThat(customers.find(other.id()).orElseThrow().id()).isEqualTo(other.id());
        _assertNone(MergedCard.class);
    }

    @Test
    void whatIsMissingIsSaidAtTheFieldAndWhatWasTypedStays() {
        CustomerSummary caller = somebody();
        int before = complaints.of(caller.id()).size();
        open(caller.id());
        click("Enregistrer une réclamation");
        RegisterFields fields = _get(RegisterFields.class);
        _setValue(fields.description, "Deux prélèvements en mars");
        click("Enregistrer");
        assertThat(fields.motive.isInvalid()).isTrue();
        assertThat(fields.description.isInvalid()).isFalse();
        assertThat(fields.description.getValue()).isEqualTo("Deux prélèvements en mars");
        assertThat(complaints.of(caller.id())).hasSize(before);
    }

    @Test
    void anotherOperatorsCustomerDoesNotExistHere() {
        UUID foreign = TenantContext.call("littoral", this::somebody).id();
        open(foreign);
        assertThat(_get(H1.class).getText()).isEqualTo("Page introuvable");
        UI.getCurrent().navigate("customer/not-an-id");
        assertThat(_get(H1.class).getText()).isEqualTo("Page introuvable");
    }

    @Test
    @SignedIn(DemoUser.FATOU)
    void theBackOfficeReadsTheCustomerAndRegistersNothing() {
        open(somebody().id());
        _assertNone(Button.class, spec -> spec.withText("Enregistrer une réclamation"));
    }

    @Test
    void theFramesSearchFindsCustomersAndCases() {
        CustomerSummary wanted = somebody();
        assertThat(search.search(wanted.name(), 5)).anyMatch(hit -> hit.path().equals("customer/" + wanted.id()));
        String number = complaints.register(wanted.id(), Motive.OTHER, "Renseignement", null);
        assertThat(search.search(number.toLowerCase(java.util.Locale.ROOT), 5))
                .anyMatch(hit -> hit.path().equals("case/" + number));
    }

    private CustomerSummary somebody() {
        return customers.search("a", 20).stream()
                .filter(customer -> !customer.prospect())
                .findFirst()
                .orElseThrow();
    }

    private static void open(UUID customer) {
        UI.getCurrent().navigate("customer/" + customer);
    }

    private static void click(String words) {
        _click(_get(Button.class, spec -> spec.withText(words)));
    }

    /** As a person does, which the card tells from what it fills in itself. */
    private static <T> void chooses(Select<T> field, T value) {
        _setValue(field, value);
        BasicUtilsKt._fireEvent(field, new AbstractField.ComponentValueChangeEvent<>(field, field, null, true));
    }
}
