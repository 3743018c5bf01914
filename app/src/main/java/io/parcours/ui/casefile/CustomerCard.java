package io.parcours.ui.casefile;

import static io.parcours.ui.component.Words.t;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import io.parcours.customer.Customer;
import io.parcours.customer.Line;
import io.parcours.ui.component.Badge;
import io.parcours.ui.component.Card;
import io.parcours.ui.component.Facts;

/** For whom: what is known of the customer at a glance, and the way to the whole of it. */
class CustomerCard extends Card {

    private final String currency;
    private final Anchor whole = new Anchor("", t("customer.open"));

    CustomerCard(String currency) {
        super(t("customer.card"));
        this.currency = currency;
        whole.getElement().setAttribute("router-link", true);
        withTool(whole);
        addClassName("p-customer-card");
    }

    void show(Customer customer) {
        whole.setHref("customer/" + customer.id());
        Span name = new Span(customer.name());
        name.addClassName("p-customer-name");
        Div who = new Div(name, CustomerWords.kind(customer));
        who.addClassName("p-customer-who");
        Facts facts = new Facts();
        if (!customer.prospect()) {
            facts.with(t("customer.since"), CustomerWords.since(customer))
                    .with(t("customer.balance"), Money.text(customer.balance(), currency))
                    .with(t("customer.payer"), CustomerWords.payer(customer.payerQuality()));
        }
        facts.with(t("customer.contacts"), CustomerWords.contacts(customer));
        facts.with(
                t("customer.prefers"),
                Labels.channel(customer.preferredChannel()) + " · " + CustomerWords.language(customer));
        if (!customer.lines().isEmpty()) {
            facts.with(t("customer.lines"), lines(customer));
        }
        show(who, facts);
    }

    private static Div lines(Customer customer) {
        Div lines = new Div();
        for (Line line : customer.lines()) {
            Div one = new Div(new Span(Phone.text(line.msisdn()) + " · " + line.offer()));
            if (!"active".equals(line.status())) {
                one.add(new Badge("ban", t("customer.line." + line.status()), Badge.Tone.SOON));
            }
            lines.add(one);
        }
        lines.addClassName("p-stack");
        return lines;
    }
}
