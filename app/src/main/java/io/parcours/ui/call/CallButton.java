package io.parcours.ui.call;

import static io.parcours.ui.component.Words.t;

import com.vaadin.flow.component.button.Button;
import io.parcours.call.AgentCalls;
import io.parcours.customer.Customer;
import io.parcours.ui.component.Glyph;
import java.util.List;

/** Calls the customer on the screen; there only where they have a number. */
public class CallButton extends Button {

    private final transient CallParts parts;
    private transient Customer customer;
    private String caseNumber;

    public CallButton(CallParts parts) {
        super(t("calls.call"), new Glyph("phone"));
        this.parts = parts;
        addClickListener(click -> new CallDialog(parts, customer, caseNumber).open());
        setVisible(false);
    }

    /** @param about null where nobody is known; @param number of the case on the screen, null on the customer's own page */
    public void show(Customer about, String number) {
        customer = about;
        caseNumber = number;
        List<String> numbers = about == null ? List.of() : AgentCalls.numbers(about);
        setVisible(!numbers.isEmpty());
    }
}
