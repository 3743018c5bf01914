package io.parcours.ui.agent;

import static io.parcours.ui.component.Words.t;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Code;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import io.parcours.complaint.Complaints;
import io.parcours.customer.Customer;
import io.parcours.ui.casefile.Phone;
import io.parcours.ui.component.Glyph;
import io.parcours.ui.frame.Keys;
import java.util.function.Consumer;

/** Registers a complaint for somebody who calls, and gives the number to read out to them. */
class RegisterDialog extends Dialog {

    private final transient Complaints complaints;
    private final transient Customer customer;
    private final transient Consumer<String> onOpen;
    private final RegisterFields fields;
    private final Button save = Keys.on(Keys.COMPLETE, new Button(t("register.save"), click -> register()));

    RegisterDialog(Customer customer, Complaints complaints, String currency, Consumer<String> onOpen) {
        this.customer = customer;
        this.complaints = complaints;
        this.onOpen = onOpen;
        fields = new RegisterFields(currency);
        setHeaderTitle(t("register.for", Phone.text(customer.name())));
        setWidth("min(560px, 94vw)");
        addClassName("p-register");
        save.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        save.setDisableOnClick(true);
        add(fields);
        getFooter().add(new Button(t("action.cancel"), click -> close()), save);
    }

    private void register() {
        if (fields.complete()) {
            registered(complaints.register(
                    customer.id(),
                    fields.motive.getValue(),
                    fields.description.getValue().strip(),
                    fields.amount()));
        }
        save.setEnabled(true);
    }

    private void registered(String caseNumber) {
        setHeaderTitle(t("register.done"));
        removeAll();
        Code number = new Code(caseNumber);
        Div shown = new Div(new Glyph("circle-check"), number, new Paragraph(t("register.done.next")));
        shown.addClassName("p-registered");
        add(shown);
        Button open = Keys.on(Keys.COMPLETE, new Button(t("register.open"), click -> {
            close();
            onOpen.accept(caseNumber);
        }));
        open.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        getFooter().removeAll();
        getFooter().add(new Button(t("register.stay"), click -> close()), open);
        open.focus();
    }
}
