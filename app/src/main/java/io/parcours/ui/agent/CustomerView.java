package io.parcours.ui.agent;

import static io.parcours.ui.component.Words.t;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.router.BeforeEvent;
import com.vaadin.flow.router.HasUrlParameter;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.Route;
import io.parcours.customer.Customer;
import io.parcours.security.ParcoursUser;
import io.parcours.security.Role;
import io.parcours.ui.call.CallButton;
import io.parcours.ui.casefile.CaseView;
import io.parcours.ui.casefile.CustomerWords;
import io.parcours.ui.casefile.Phone;
import io.parcours.ui.component.Glyph;
import io.parcours.ui.frame.Keys;
import io.parcours.ui.frame.MainLayout;
import io.parcours.ui.frame.Page;
import jakarta.annotation.security.RolesAllowed;
import java.util.Optional;
import java.util.UUID;

/** The customer from all sides (fiche client 360°), at {@code customer/<id>}. */
@Route(value = "customer", layout = MainLayout.class)
@RolesAllowed({"AGENT_N1", "AGENT_N2", "BACK_OFFICE", "SUPERVISOR"})
public class CustomerView extends Page implements HasUrlParameter<String> {

    private final transient CustomerParts parts;
    private CustomerPanel panel;
    private String name = "";

    CustomerView(CustomerParts parts) {
        super("customer.title");
        this.parts = parts;
    }

    @Override
    public void setParameter(BeforeEvent event, String id) {
        show(id(id).flatMap(parts.customers()::find).orElseThrow(NotFoundException::new));
    }

    private void show(Customer customer) {
        name = Phone.text(customer.name());
        header().setTitle(name);
        header().setCounts(CustomerWords.kind(customer));
        CallButton call = new CallButton(parts.calls());
        call.show(customer, null);
        if (mayRegister()) {
            header().setActions(call, merge(customer), register(customer));
        } else {
            header().setActions(call);
        }
        if (panel != null) {
            remove(panel);
        }
        Runnable again = () -> parts.customers().find(customer.id()).ifPresent(this::show);
        panel = new CustomerPanel(parts, customer, mayRegister(), again);
        add(panel);
    }

    @Override
    public String getPageTitle() {
        return name + " · Parcours";
    }

    private Button merge(Customer customer) {
        Button merge = new Button(t("merge.open"), new Glyph("contact"));
        merge.addClickListener(
                click -> new MergeDialog(customer, parts.customers(), parts.merges(), () -> parts.customers()
                                .find(customer.id())
                                .ifPresent(this::show))
                        .open());
        return merge;
    }

    private Button register(Customer customer) {
        Button register = new Button(t("register.title"), new Glyph("plus"), click -> dialog(customer)
                .open());
        register.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        return Keys.on(Keys.NEXT, register);
    }

    private RegisterDialog dialog(Customer customer) {
        return new RegisterDialog(
                customer, parts.complaints(), parts.tenants().current().currency(), number -> getUI().ifPresent(
                                page -> page.navigate(CaseView.class, number)));
    }

    private static boolean mayRegister() {
        return ParcoursUser.current()
                .filter(user -> user.has(Role.AGENT_N1) || user.has(Role.AGENT_N2) || user.has(Role.SUPERVISOR))
                .isPresent();
    }

    private static Optional<UUID> id(String text) {
        try {
            return Optional.of(UUID.fromString(text));
        } catch (IllegalArgumentException notAnId) {
            return Optional.empty();
        }
    }
}
