package io.parcours.ui.simulator;

import static io.parcours.ui.component.Words.t;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Header;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import io.parcours.connector.simulator.ExchangeSimulator;
import io.parcours.connector.simulator.SmscSimulator;
import io.parcours.connector.simulator.WhatsAppSimulator;
import io.parcours.connector.simulator.WireEvent;
import io.parcours.demo.DemoCustomers;
import io.parcours.ui.component.EmptyState;
import io.parcours.ui.component.Glyph;
import io.parcours.ui.frame.Updates;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.beans.factory.ObjectProvider;

/**
 * Telephones in the browser: the visitor plays the subscriber. They speak to the simulated message centre, the simulated
 * WhatsApp and the simulated exchange only; what the platform makes of it comes back over SMPP, HTTP and WebSocket. Registered in the demo alone, and there open to everybody.
 */
@Route(value = "simulator", registerAtStartup = false)
@AnonymousAllowed
class SimulatorView extends Main implements HasDynamicTitle {

    private final transient SmscSimulator centre;
    private final transient WhatsAppSimulator whatsApp;
    private final transient ExchangeSimulator exchange;
    private final transient DemoCustomers customers;
    private final List<Desk> desks = new ArrayList<>();
    private final Div desk = new Div();
    private final ProtocolLog log = new ProtocolLog();
    private final Button second = new Button(new Glyph("user-plus"));

    SimulatorView(
            ObjectProvider<SmscSimulator> centre,
            ObjectProvider<WhatsAppSimulator> whatsApp,
            ObjectProvider<ExchangeSimulator> exchange,
            ObjectProvider<DemoCustomers> customers) {
        this.centre = centre.getIfAvailable();
        this.whatsApp = whatsApp.getIfAvailable();
        this.exchange = exchange.getIfAvailable();
        this.customers = customers.getIfAvailable();
        addClassName("p-simulator");
        add(head());
        if (this.centre == null || this.whatsApp == null || this.exchange == null || this.customers == null) {
            second.setVisible(false);
            add(new EmptyState("smartphone", t("simulator.none"), t("simulator.none.next")));
            return;
        }
        desk.addClassName("p-desk");
        add(desk);
        takeUp();
        desk.add(log);
        Updates.whileShown(this, news -> this.centre.listen(event -> news.run()), this::refresh);
        Updates.whileShown(this, news -> this.whatsApp.listen(event -> news.run()), this::refresh);
        Updates.whileShown(this, news -> this.exchange.listen(event -> news.run()), this::refresh);
        refresh();
    }

    private Header head() {
        second.setText(t("simulator.second"));
        second.addClickListener(click -> switchSecond());
        Anchor login = new Anchor("login", t("simulator.login"));
        login.addClassName("p-simulator-login");
        Div words = new Div(new H1(t("simulator.title")), new Paragraph(t("simulator.intro")));
        Header head = new Header(words, second, login);
        head.addClassName("p-simulator-head");
        return head;
    }

    private void switchSecond() {
        if (desks.size() == 1) {
            takeUp();
            second.setText(t("simulator.one"));
        } else {
            desk.remove(desks.remove(1));
            second.setText(t("simulator.second"));
        }
        refresh();
    }

    private void takeUp() {
        Desk next = new Desk(centre, whatsApp, exchange, customers, desks.size());
        desk.addComponentAtIndex(desks.size(), next);
        desks.add(next);
    }

    private void refresh() {
        desks.forEach(Desk::refresh);
        log.show(Stream.of(centre.events(), whatsApp.events(), exchange.events())
                .<WireEvent>flatMap(List::stream)
                .sorted(Comparator.comparing(WireEvent::at))
                .toList());
    }

    @Override
    public String getPageTitle() {
        return t("simulator.title") + " · Parcours";
    }
}
