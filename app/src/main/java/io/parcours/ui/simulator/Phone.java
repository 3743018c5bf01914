package io.parcours.ui.simulator;

import static io.parcours.ui.component.Words.t;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.contextmenu.ContextMenu;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.TextField;
import io.parcours.ui.component.EmptyState;
import io.parcours.ui.component.Glyph;
import java.util.List;

/**
 * A telephone on one channel: what was written in the middle, what to write below.
 *
 * @param <M> a message as the channel's handset shows it; equal as long as it looks the same
 */
abstract class Phone<M> extends Div {

    /** Where the subscriber is: in Cotonou. */
    static final double LATITUDE = 6.3654;

    static final double LONGITUDE = 2.4183;

    private final SubscriberChoice choice;
    private final String channel;
    private final Span operator = new Span();
    private final Div messages = new Div();
    private final TextField words = new TextField();
    private final Div waiting = new Div();
    private final Div tools = new Div();
    private transient List<M> shown;

    /** @param channel whose words stand under {@code simulator.<channel>.…} */
    Phone(SubscriberChoice choice, String channel, int longest) {
        this(choice, channel);
        words.setMaxLength(longest);
        add(phrases(), composer());
    }

    /** Without anything to write with: what is below the messages is the telephone's own. */
    Phone(SubscriberChoice choice, String channel) {
        this.choice = choice;
        this.channel = channel;
        messages.addClassName("p-phone-messages");
        messages.getElement().setAttribute("role", "log");
        messages.getElement().setAttribute("aria-live", "polite");
        messages.getElement().setAttribute("aria-label", t("simulator." + channel));
        waiting.add(new Glyph("hourglass"), new Span(t("simulator." + channel + ".unbound")));
        waiting.addClassName("p-phone-waiting");
        tools.addClassName("p-phone-tools");
        add(statusBar(), waiting, messages);
    }

    abstract boolean connected();

    abstract List<M> conversation();

    abstract Component bubble(M message);

    abstract void write(String text);

    /** Does what somebody pressed, and shows what came of it. */
    void act(Runnable action) {
        action.run();
        refresh();
    }

    /** Something small beside the field to write in. */
    void addTool(Component tool) {
        tools.add(tool);
    }

    /** What else can be sent, under a paper clip. */
    ContextMenu addMenu() {
        Button more = new Button(new Glyph("paperclip"));
        more.addThemeVariants(ButtonVariant.LUMO_TERTIARY, ButtonVariant.LUMO_ICON);
        more.setAriaLabel(t("simulator." + channel + ".more"));
        ContextMenu menu = new ContextMenu(more);
        menu.setOpenOnClick(true);
        addTool(more);
        return menu;
    }

    /** What stands on a telephone without messages. */
    Component nothingYet() {
        return new EmptyState("message-square", t("simulator.empty"), t("simulator.empty.next"));
    }

    SubscriberChoice subscriber() {
        return choice;
    }

    /** Draws the conversation anew only where it changed. */
    void refresh() {
        waiting.setVisible(!connected());
        List<M> now = conversation();
        if (now.equals(shown)) {
            return;
        }
        if (shown == null || !goOn(messages, shown, now)) {
            messages.removeAll();
            if (now.isEmpty()) {
                messages.add(nothingYet());
            }
            now.forEach(message -> messages.add(bubble(message)));
        }
        shown = now;
        messages.getElement().executeJs("requestAnimationFrame(() => this.scrollTop = this.scrollHeight)");
    }

    /** Puts what is new into what stands there. @return false where all is to be drawn anew */
    boolean goOn(Div drawn, List<M> before, List<M> now) {
        return false;
    }

    /** Next time even where no message came. */
    void drawAnew() {
        shown = null;
    }

    void switchSubscriber() {
        operator.setText(t("demo.operator." + choice.operator()));
        setClassName("p-phone p-phone-" + channel + " p-tinted p-operator-" + choice.operator());
        shown = null;
        refresh();
    }

    private void send() {
        String text = words.getValue().strip();
        if (!text.isEmpty()) {
            write(text);
            words.clear();
            refresh();
        }
        words.focus();
    }

    private Div statusBar() {
        Span name = new Span(t("simulator." + channel));
        name.addClassName("p-phone-channel");
        Div bar = new Div(operator, name, new Glyph("signal"), new Glyph("battery-full"));
        bar.addClassName("p-phone-status");
        return bar;
    }

    private Div phrases() {
        Div phrases = new Div();
        phrases.addClassNames("p-chips", "p-phone-phrases");
        for (int i = 1; i <= 5; i++) {
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
        words.setPlaceholder(t("simulator." + channel + ".write"));
        words.setAriaLabel(t("simulator." + channel + ".write"));
        words.addKeyPressListener(Key.ENTER, enter -> send());
        Button send = new Button(new Glyph("send"), click -> send());
        send.addThemeVariants(ButtonVariant.LUMO_PRIMARY, ButtonVariant.LUMO_ICON);
        send.setAriaLabel(t("simulator." + channel + ".send"));
        Div composer = new Div(tools, words, send);
        composer.addClassName("p-phone-composer");
        return composer;
    }
}
