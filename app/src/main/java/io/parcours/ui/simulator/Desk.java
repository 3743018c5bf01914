package io.parcours.ui.simulator;

import static io.parcours.ui.component.Words.t;

import com.vaadin.flow.component.html.Article;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeButton;
import io.parcours.demo.DemoCustomers;
import java.util.ArrayList;
import java.util.List;

/** One subscriber at a desk: who it is above, and telephones side by side, a channel each; which of them lie there is chosen. */
class Desk extends Article {

    private static final int AT_FIRST = 2;

    private final List<Phone<?>> phones = new ArrayList<>();

    Desk(List<PhoneKind> kinds, DemoCustomers customers, int position) {
        addClassName("p-subscriber");
        getElement().setAttribute("aria-label", t("simulator.handset", position + 1));
        SubscriberChoice choice = new SubscriberChoice(customers, position, this::switchSubscriber);
        Div chips = new Div();
        chips.addClassNames("p-chips", "p-phone-kinds");
        Div table = new Div();
        table.addClassName("p-handsets");
        for (PhoneKind kind : kinds) {
            Phone<?> phone = kind.open(choice);
            phone.setVisible(phones.size() < AT_FIRST);
            phones.add(phone);
            table.add(phone);
            chips.add(chip(kind.channel(), phone));
        }
        add(choice, chips, table);
        switchSubscriber();
    }

    void refresh() {
        phones.stream().filter(Phone::isVisible).forEach(Phone::refresh);
    }

    private NativeButton chip(String channel, Phone<?> phone) {
        NativeButton chip = new NativeButton(t("simulator." + channel));
        chip.addClassName("p-chip");
        chip.getElement().setAttribute("aria-pressed", String.valueOf(phone.isVisible()));
        chip.addClickListener(click -> {
            phone.setVisible(!phone.isVisible());
            chip.getElement().setAttribute("aria-pressed", String.valueOf(phone.isVisible()));
            if (phone.isVisible()) {
                phone.switchSubscriber();
            }
        });
        return chip;
    }

    private void switchSubscriber() {
        phones.stream().filter(Phone::isVisible).forEach(Phone::switchSubscriber);
    }
}
