package io.parcours.ui.simulator;

import static io.parcours.ui.component.Words.t;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.contextmenu.ContextMenu;
import io.parcours.connector.simulator.Subscriber;
import io.parcours.connector.simulator.WhatsAppBubble;
import io.parcours.connector.simulator.WhatsAppHandset;
import io.parcours.connector.simulator.WhatsAppSimulator;
import io.parcours.demo.DemoCustomers;
import io.parcours.ui.component.Notices;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The subscriber's WhatsApp, from the same telephone number. */
class WhatsAppPhone extends Phone<WhatsAppBubble> {

    private static final int LONGEST = 4_096;
    private static final Duration A_DAY_AND_MORE = Duration.ofHours(25);

    private final transient WhatsAppSimulator simulator;
    private final Set<String> openLists = new HashSet<>();

    WhatsAppPhone(WhatsAppSimulator simulator, SubscriberChoice choice) {
        super(choice, "whatsapp", LONGEST);
        this.simulator = simulator;
        ContextMenu menu = addMenu();
        menu.addItem(t("simulator.whatsapp.photo"), click -> act(this::sendPhoto));
        menu.addItem(t("simulator.whatsapp.place"), click -> act(this::sendPlace));
        menu.addItem(t("simulator.whatsapp.poll"), click -> act(() -> handset().sendUnsupported()));
        menu.addItem(t("simulator.whatsapp.later"), click -> {
            handset().age(A_DAY_AND_MORE);
            Notices.done(t("simulator.whatsapp.later.done"));
        });
    }

    @Override
    boolean connected() {
        return simulator.subscribed(number());
    }

    @Override
    List<WhatsAppBubble> conversation() {
        return handset().conversation();
    }

    @Override
    Component bubble(WhatsAppBubble message) {
        return new WhatsAppMessage(
                message,
                openLists,
                simulator::file,
                choice -> act(() -> handset().choose(message.id(), choice)));
    }

    @Override
    void write(String text) {
        handset().write(text);
    }

    /** Whoever plays the subscriber looks at the telephone: what comes is read. */
    @Override
    void switchSubscriber() {
        super.switchSubscriber();
        handset().open();
    }

    private void sendPhoto() {
        handset().sendImage(BillPhoto.png(), "image/png", t("simulator.whatsapp.photo.caption"));
    }

    private void sendPlace() {
        handset().sendLocation(LATITUDE, LONGITUDE, t("simulator.whatsapp.place.name"), null);
    }

    private WhatsAppHandset handset() {
        return simulator.handset(
                number(),
                Subscriber.withNumber(subscriber().number(), subscriber().name()));
    }

    private String number() {
        return DemoCustomers.whatsAppNumberOf(subscriber().operator());
    }
}
