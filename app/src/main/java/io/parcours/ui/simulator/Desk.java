package io.parcours.ui.simulator;

import static io.parcours.ui.component.Words.t;

import com.vaadin.flow.component.html.Article;
import com.vaadin.flow.component.html.Div;
import io.parcours.connector.simulator.ExchangeSimulator;
import io.parcours.connector.simulator.SmscSimulator;
import io.parcours.connector.simulator.WhatsAppSimulator;
import io.parcours.demo.DemoCustomers;
import java.util.List;

/** One subscriber at a desk: who it is above, and a telephone for each channel side by side. */
class Desk extends Article {

    private final SubscriberChoice choice;
    private final List<Phone<?>> phones;

    Desk(
            SmscSimulator centre,
            WhatsAppSimulator whatsApp,
            ExchangeSimulator exchange,
            DemoCustomers customers,
            int position) {
        choice = new SubscriberChoice(customers, position, this::switchSubscriber);
        phones = List.of(
                new SmsPhone(centre, choice), new WhatsAppPhone(whatsApp, choice), new VoicePhone(exchange, choice));
        addClassName("p-subscriber");
        getElement().setAttribute("aria-label", t("simulator.handset", position + 1));
        Div pair = new Div();
        pair.addClassName("p-handsets");
        phones.forEach(pair::add);
        add(choice, pair);
        switchSubscriber();
    }

    void refresh() {
        phones.forEach(Phone::refresh);
    }

    private void switchSubscriber() {
        phones.forEach(Phone::switchSubscriber);
    }
}
