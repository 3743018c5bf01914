package io.parcours.ui.simulator;

import static io.parcours.ui.component.Words.t;

import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Article;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.TextField;
import io.parcours.connector.simulator.SimulatedSms;
import io.parcours.connector.simulator.SmscSimulator;
import io.parcours.demo.DemoCustomers;
import io.parcours.ui.component.EmptyState;
import io.parcours.ui.component.Glyph;
import java.util.List;

/** One subscriber's telephone: who it belongs to above, what was written in the middle, what to write below. */
class Handset extends Article {

    private static final int LONGEST = 480;

    private final transient SmscSimulator centre;
    private final SubscriberChoice choice;
    private final Div phone = new Div();
    private final Span operator = new Span();
    private final Div messages = new Div();
    private final TextField words = new TextField();
    private final Div waiting = new Div(new Glyph("hourglass"), new Span(t("simulator.unbound")));
    private transient List<SimulatedSms> shown;

    Handset(SmscSimulator centre, DemoCustomers customers, int position) {
        this.centre = centre;
        this.choice = new SubscriberChoice(customers, position, this::switchSubscriber);
        addClassName("p-handset");
        getElement().setAttribute("aria-label", t("simulator.handset", position + 1));
        messages.addClassName("p-phone-messages");
        messages.getElement().setAttribute("role", "log");
        messages.getElement().setAttribute("aria-live", "polite");
        waiting.addClassName("p-phone-waiting");
        phone.add(statusBar(), waiting, messages, phrases(), composer());
        add(choice, phone);
        switchSubscriber();
    }

    /** Draws the conversation anew only where it changed. */
    void refresh() {
        waiting.setVisible(!centre.bound(choice.systemId()));
        List<SimulatedSms> now = centre.conversation(choice.systemId(), choice.number());
        if (now.equals(shown)) {
            return;
        }
        shown = now;
        messages.removeAll();
        if (now.isEmpty()) {
            messages.add(new EmptyState("message-square", t("simulator.empty"), t("simulator.empty.next")));
        }
        now.forEach(sms -> messages.add(new SmsBubble(sms)));
        messages.getElement().executeJs("requestAnimationFrame(() => this.scrollTop = this.scrollHeight)");
    }

    private void switchSubscriber() {
        operator.setText(t("demo.operator." + choice.operator()));
        phone.setClassName("p-phone p-tinted p-operator-" + choice.operator());
        shown = null;
        refresh();
    }

    private void send() {
        String text = words.getValue().strip();
        if (!text.isEmpty()) {
            centre.write(choice.systemId(), choice.number(), text);
            words.clear();
            refresh();
        }
        words.focus();
    }

    private Div statusBar() {
        Div bar = new Div(operator, new Glyph("signal"), new Glyph("wifi"), new Glyph("battery-full"));
        bar.addClassName("p-phone-status");
        return bar;
    }

    private Div phrases() {
        Div phrases = new Div();
        phrases.addClassNames("p-chips", "p-phone-phrases");
        for (int i = 1; i <= 4; i++) {
            String phrase = t("simulator.phrase." + i);
            NativeButton chip = new NativeButton(phrase, click -> {
                words.setValue(phrase);
                send();
            });
            chip.addClassName("p-chip");
            phrases.add(chip);
        }
        return phrases;
    }

    private Div composer() {
        words.setPlaceholder(t("simulator.write"));
        words.setAriaLabel(t("simulator.write"));
        words.setMaxLength(LONGEST);
        words.addKeyPressListener(Key.ENTER, enter -> send());
        Button send = new Button(new Glyph("send"), click -> send());
        send.addThemeVariants(ButtonVariant.LUMO_PRIMARY, ButtonVariant.LUMO_ICON);
        send.setAriaLabel(t("simulator.send"));
        Div composer = new Div(words, send);
        composer.addClassName("p-phone-composer");
        return composer;
    }
}
