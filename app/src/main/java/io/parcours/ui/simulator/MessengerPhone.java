package io.parcours.ui.simulator;

import static io.parcours.ui.component.Words.t;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.contextmenu.ContextMenu;
import io.parcours.connector.simulator.MessengerBubble;
import io.parcours.connector.simulator.MessengerHandset;
import io.parcours.connector.simulator.MessengerSimulator;
import io.parcours.connector.simulator.SmscSimulator;
import io.parcours.demo.DemoCustomers;
import io.parcours.ui.component.Notices;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** The subscriber's Messenger, on the same telephone: the operator's page does not learn its number. */
class MessengerPhone extends Phone<MessengerBubble> {

    private static final int LONGEST = 2_000;
    private static final Duration A_DAY_AND_MORE = Duration.ofHours(25);

    private final transient MessengerSimulator simulator;
    private final transient Invitations invitations;

    MessengerPhone(MessengerSimulator simulator, SmscSimulator centre, SubscriberChoice choice) {
        super(choice, "messenger", LONGEST);
        this.simulator = simulator;
        this.invitations = new Invitations(centre, "https://m\\.me/[^\\s?]+\\?ref=([A-Za-z0-9_-]+)");
        ContextMenu menu = addMenu();
        menu.addItem(t("simulator.messenger.link"), click -> act(this::followLink));
        menu.addItem(
                t("simulator.messenger.photo"), click -> act(() -> handset().sendImage(BillPhoto.png(), "image/png")));
        menu.addItem(
                t("simulator.messenger.place"), click -> act(() -> handset().sendLocation(LATITUDE, LONGITUDE)));
        menu.addItem(
                t("simulator.messenger.thumb"), click -> act(() -> handset().sendThumb()));
        menu.addItem(t("simulator.messenger.poll"), click -> act(() -> handset().sendUnsupported()));
        menu.addItem(t("simulator.messenger.later"), click -> {
            handset().age(A_DAY_AND_MORE);
            Notices.done(t("simulator.messenger.later.done"));
        });
    }

    @Override
    boolean connected() {
        return simulator.subscribed(page());
    }

    @Override
    List<MessengerBubble> conversation() {
        return handset().conversation();
    }

    @Override
    Component bubble(MessengerBubble message) {
        List<MessengerBubble> all = conversation();
        boolean last = all.get(all.size() - 1).id().equals(message.id());
        return new MessengerMessage(
                message, last, payload -> act(() -> handset().choose(message.id(), payload)));
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

    /** The link of the last SMS that holds one; without, the page is visited by its own address. */
    private void followLink() {
        Optional<String> reference = invitations.last(subscriber());
        handset().comeBy(reference.orElse(null));
        Notices.done(t(reference.isPresent() ? "simulator.messenger.link.done" : "simulator.messenger.link.none"));
    }

    private MessengerHandset handset() {
        return simulator.handset(page(), subscriber().number());
    }

    private String page() {
        return DemoCustomers.messengerPageOf(subscriber().operator());
    }
}
