package io.parcours.ui.call;

import static io.parcours.ui.component.Words.t;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.select.Select;
import io.parcours.call.AgentCalls;
import io.parcours.customer.Customer;
import io.parcours.permission.Purpose;
import io.parcours.ui.casefile.Phone;
import io.parcours.ui.component.Glyph;
import io.parcours.ui.component.Notices;
import io.parcours.ui.frame.Keys;
import java.util.List;

/** By which number, and why: what the customer has agreed to depends on it. */
class CallDialog extends Dialog {

    private final transient CallParts parts;
    private final transient Customer customer;
    private final String caseNumber;
    private final Select<String> number = new Select<>();
    private final Select<String> purpose = new Select<>();
    private final Button call =
            Keys.on(Keys.COMPLETE, new Button(t("calls.call"), new Glyph("phone"), click -> call()));

    CallDialog(CallParts parts, Customer customer, String caseNumber) {
        this.parts = parts;
        this.customer = customer;
        this.caseNumber = caseNumber;
        setHeaderTitle(t("calls.call.title", Phone.text(customer.name())));
        setWidth("min(420px, 94vw)");
        addClassName("p-call-dialog");
        List<String> numbers = AgentCalls.numbers(customer);
        number.setLabel(t("calls.number"));
        number.setItems(numbers);
        number.setItemLabelGenerator(Phone::text);
        number.setValue(numbers.get(0));
        purpose.setLabel(t("calls.purpose"));
        purpose.setItems(Purpose.OF_CONTACTS);
        purpose.setItemLabelGenerator(each -> t("calls.purpose." + each));
        purpose.setValue(Purpose.SERVICE);
        call.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        call.setDisableOnClick(true);
        add(new Paragraph(t("calls.call.how")), number, purpose);
        getFooter().add(new Button(t("action.cancel"), click -> close()), call);
    }

    private void call() {
        boolean begun = CallWords.tell(parts.tenants().current().zone(), () -> parts.calls()
                .call(CallWords.me(), customer.id(), caseNumber, number.getValue(), purpose.getValue()));
        call.setEnabled(true);
        if (begun) {
            close();
            Notices.done(t("calls.begun"));
        }
    }
}
