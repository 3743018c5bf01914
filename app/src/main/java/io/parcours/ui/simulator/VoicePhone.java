package io.parcours.ui.simulator;

import static io.parcours.ui.component.Words.t;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Span;
import io.parcours.connector.simulator.CallerHandset;
import io.parcours.connector.simulator.CallerHandset.State;
import io.parcours.connector.simulator.ExchangeSimulator;
import io.parcours.connector.simulator.Heard;
import io.parcours.demo.DemoCustomers;
import io.parcours.telephony.Telephony;
import io.parcours.ui.component.EmptyState;
import io.parcours.ui.component.Glyph;
import io.parcours.ui.component.Notices;
import java.util.List;

/** The subscriber's telephone for calls, from the same number: what is said stands there as text and sound, and the keys are below. */
class VoicePhone extends Phone<Heard> {

    private static final List<String> KEYS = List.of("1", "2", "3", "4", "5", "6", "7", "8", "9", "*", "0", "#");

    private final transient ExchangeSimulator exchange;
    private final Button call = new Button(new Glyph("phone-call"));
    private final Button hangUp = new Button(new Glyph("x"));
    private final Span duration = new Span();
    private final Div keypad = new Div();
    private final Div mute = new Div();
    private State shown;

    VoicePhone(ExchangeSimulator exchange, SubscriberChoice choice) {
        super(choice, Telephony.CHANNEL);
        this.exchange = exchange;
        call.setText(t("simulator.voice.call"));
        call.addThemeVariants(ButtonVariant.LUMO_PRIMARY, ButtonVariant.LUMO_SUCCESS);
        call.addClickListener(click -> call());
        hangUp.setText(t("simulator.voice.hangUp"));
        hangUp.addThemeVariants(ButtonVariant.LUMO_PRIMARY, ButtonVariant.LUMO_ERROR);
        hangUp.addClickListener(click -> {
            handset().hangUp();
            refresh();
        });
        duration.addClassName("p-call-duration");
        duration.getElement().setAttribute("role", "timer");
        Div line = new Div(call, hangUp, duration);
        line.addClassName("p-call-line");
        mute.add(new Glyph("info"), new Span(t("simulator.voice.mute")));
        mute.addClassName("p-phone-waiting");
        add(mute, keypad(), line);
    }

    @Override
    boolean connected() {
        return exchange.connected(
                DemoCustomers.telephoneApplicationOf(subscriber().operator()));
    }

    @Override
    List<Heard> conversation() {
        return handset().heard();
    }

    @Override
    Component bubble(Heard heard) {
        return new PromptBubble(handset(), heard);
    }

    /** Within a call what stands there stays: a prompt that is drawn anew would be silent, or begin again. */
    @Override
    boolean goOn(Div drawn, List<Heard> before, List<Heard> now) {
        if (before.isEmpty()
                || now.isEmpty()
                || !before.get(0).playback().equals(now.get(0).playback())) {
            return false;
        }
        List<Component> prompts = drawn.getChildren().toList();
        for (int i = 0; i < before.size(); i++) {
            ((PromptBubble) prompts.get(i)).show(now.get(i));
        }
        now.subList(before.size(), now.size()).forEach(heard -> drawn.add(bubble(heard)));
        return true;
    }

    @Override
    void write(String keys) {
        handset().press(keys);
    }

    @Override
    Component nothingYet() {
        String key = handset().state() == State.IDLE ? "simulator.voice.empty" : "simulator.voice.silent";
        return new EmptyState("phone", t(key), t(key + ".next"));
    }

    @Override
    void switchSubscriber() {
        shown = null;
        super.switchSubscriber();
    }

    @Override
    void refresh() {
        State state = handset().state();
        List<Heard> heard = conversation();
        if (state != shown && heard.isEmpty()) {
            drawAnew();
        }
        super.refresh();
        // A language without a voice says so at its words.
        mute.setVisible(heard.stream().anyMatch(Heard::silent) && heard.stream().noneMatch(Heard::sound));
        if (state == shown) {
            return;
        }
        shown = state;
        call.setVisible(state == State.IDLE);
        hangUp.setVisible(state != State.IDLE);
        keypad.setEnabled(state == State.TALKING);
        count(state);
    }

    private void call() {
        if (!handset().call(DemoCustomers.telephoneNumberOf(subscriber().operator()))) {
            Notices.failure(t("simulator.voice.refused"));
        }
        refresh();
    }

    /** Counted in the browser: the server has better to do than to tell the time each second. */
    private void count(State state) {
        duration.getElement()
                .executeJs(
                        """
                        clearInterval(this.counting);
                        const show = begun => {
                          const s = Math.max(0, Math.floor((Date.now() - begun) / 1000));
                          this.textContent = Math.floor(s / 60) + ':' + String(s % 60).padStart(2, '0');
                        };
                        this.textContent = '';
                        if ($0) {
                          const begun = Date.now() - $1;
                          show(begun);
                          this.counting = setInterval(() => show(begun), 1000);
                        }
                        """, state != State.IDLE, (double) handset().duration().toMillis());
    }

    private Div keypad() {
        keypad.addClassName("p-keypad");
        keypad.getElement().setAttribute("role", "group");
        keypad.getElement().setAttribute("aria-label", t("simulator.voice.keys"));
        for (String key : KEYS) {
            NativeButton button = new NativeButton(key, click -> write(key));
            button.getElement().setAttribute("aria-label", t("simulator.voice.key", key));
            keypad.add(button);
        }
        return keypad;
    }

    private CallerHandset handset() {
        return exchange.handset(subscriber().number());
    }
}
