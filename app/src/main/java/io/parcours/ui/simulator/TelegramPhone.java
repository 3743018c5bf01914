package io.parcours.ui.simulator;

import static io.parcours.ui.component.Words.t;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.contextmenu.ContextMenu;
import com.vaadin.flow.component.html.NativeButton;
import io.parcours.connector.simulator.SmscSimulator;
import io.parcours.connector.simulator.TelegramBubble;
import io.parcours.connector.simulator.TelegramHandset;
import io.parcours.connector.simulator.TelegramPerson;
import io.parcours.connector.simulator.TelegramSimulator;
import io.parcours.demo.DemoCustomers;
import io.parcours.ui.component.Notices;
import java.util.List;
import java.util.Optional;

/** The subscriber's Telegram, on the same telephone: the operator's bot learns its number where it is shared. */
class TelegramPhone extends Phone<TelegramBubble> {

    private static final int LONGEST = 4_096;
    private static final long FIRST_ID = 5_000_000_000L;
    private static final long IDS = 1_000_000_000L;
    private static final String FRIEND = "22997123456";

    private final transient TelegramSimulator simulator;
    private final transient Invitations invitations;
    private final NativeButton contact =
            new NativeButton("", click -> act(() -> handset().shareContact()));

    TelegramPhone(TelegramSimulator simulator, SmscSimulator centre, SubscriberChoice choice) {
        super(choice, "telegram", LONGEST);
        this.simulator = simulator;
        this.invitations = new Invitations(centre, "https://t\\.me/[^\\s?]+\\?start=([A-Za-z0-9_-]+)");
        contact.addClassName("p-tg-below");
        addComponentAtIndex(getComponentCount() - 1, contact);
        ContextMenu menu = addMenu();
        menu.addItem(t("simulator.telegram.start"), click -> act(() -> handset().start(null)));
        menu.addItem(t("simulator.telegram.link"), click -> act(this::followLink));
        menu.addItem(
                t("simulator.telegram.contact"), click -> act(() -> handset().shareContact()));
        menu.addItem(
                t("simulator.telegram.other"),
                click -> act(() -> handset().sendContact(FRIEND, t("simulator.telegram.other.name"), null)));
        menu.addItem(
                t("simulator.telegram.photo"),
                click -> act(() -> handset().sendPhoto(BillPhoto.png(), t("simulator.telegram.photo.caption"))));
        menu.addItem(t("simulator.telegram.place"), click -> act(() -> handset().sendLocation(LATITUDE, LONGITUDE)));
        menu.addItem(
                t("simulator.telegram.group"),
                click -> act(() -> handset().takeIntoGroup(t("simulator.telegram.group.name"))));
        menu.addItem(t("simulator.telegram.block"), click -> {
            handset().block(true);
            Notices.done(t("simulator.telegram.block.done"));
        });
    }

    @Override
    boolean connected() {
        return simulator.served(bot());
    }

    @Override
    List<TelegramBubble> conversation() {
        return handset().conversation();
    }

    @Override
    Component bubble(TelegramBubble message) {
        return new TelegramMessage(message, data -> act(() -> handset().press(message.id(), data)));
    }

    @Override
    void write(String text) {
        handset().write(text);
    }

    @Override
    void refresh() {
        String label = handset().contactButton();
        contact.setText(label);
        contact.setVisible(!label.isEmpty());
        super.refresh();
    }

    /** The link of the last SMS that holds one; without, the bot is visited by its own address. */
    private void followLink() {
        Optional<String> reference = invitations.last(subscriber());
        handset().start(reference.orElse(null));
        Notices.done(t(reference.isPresent() ? "simulator.telegram.link.done" : "simulator.telegram.link.none"));
    }

    private TelegramHandset handset() {
        String digits = subscriber().number().replaceAll("\\D", "");
        long id = FIRST_ID + Long.parseLong(digits.substring(Math.max(0, digits.length() - 15))) % IDS;
        return simulator.handset(
                bot(),
                new TelegramPerson(id, subscriber().name(), null, getLocale().getLanguage(), digits));
    }

    private String bot() {
        return DemoCustomers.telegramBotOf(subscriber().operator());
    }
}
