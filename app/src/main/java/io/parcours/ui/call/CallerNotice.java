package io.parcours.ui.call;

import static io.parcours.ui.component.Words.t;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import io.parcours.call.AgentCall;
import io.parcours.customer.Customer;
import io.parcours.telephony.OnLine;
import io.parcours.ui.component.Glyph;
import io.parcours.ui.component.RelativeTime;
import java.util.Optional;

/** That the customer on the screen is on the telephone now: waiting, so that they can be taken, or with somebody. */
public class CallerNotice extends Div {

    private final transient CallParts parts;

    public CallerNotice(CallParts parts) {
        this.parts = parts;
        addClassName("p-caller");
        getElement().setAttribute("role", "status");
        setVisible(false);
    }

    /** @param about null where nobody is known; @param caseNumber on the screen, null on the customer's own page */
    public void show(Customer about, String caseNumber) {
        removeAll();
        Optional<AgentCall> call =
                about == null ? Optional.empty() : parts.calls().ofCustomer(about.id());
        Optional<OnLine> waiting = about == null || call.isPresent()
                ? Optional.empty()
                : parts.calls().waiting(about.id());
        setVisible(call.isPresent() || waiting.isPresent());
        call.ifPresent(this::speaking);
        waiting.ifPresent(line -> waiting(line, about, caseNumber));
    }

    private void speaking(AgentCall call) {
        add(
                new Glyph("phone-call"),
                new Span(t("calls.with", CallWords.agent(call), CallWords.state(call))),
                new RelativeTime(call.since()));
    }

    private void waiting(OnLine line, Customer about, String caseNumber) {
        Button take = new Button(t("calls.take"), new Glyph("phone"));
        take.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        take.setDisableOnClick(true);
        take.addClickListener(click -> {
            CallWords.tell(
                    parts.tenants().current().zone(), () -> parts.calls().take(CallWords.me(), about.id(), caseNumber));
            show(about, caseNumber);
        });
        add(new Glyph("phone-call"), new Span(t("calls.waiting")), new RelativeTime(line.since()), take);
    }
}
