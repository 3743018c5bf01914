package io.parcours.drill;

import io.parcours.connector.simulator.MailSimulator;
import io.parcours.connector.simulator.MessengerBubble;
import io.parcours.connector.simulator.MessengerHandset;
import io.parcours.connector.simulator.SimulatedMail;
import io.parcours.connector.simulator.TelegramBubble;
import io.parcours.connector.simulator.TelegramHandset;
import io.parcours.connector.simulator.WhatsAppBubble;
import io.parcours.connector.simulator.WhatsAppHandset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** People who write by other channels than SMS. Each complains about a bill, and says that it is solved when asked. */
final class Correspondents {

    static final List<String> CHANNELS = List.of("whatsapp", "messenger", "telegram", "email");

    private static final String MOTIVE = "votre réclamation concerne";
    private static final String OUTCOME = "résolu ?";

    private final List<Correspondent> people = new ArrayList<>();

    /**
     * One person.
     *
     * @param address by which the platform knows them
     * @param writing makes them write
     * @param choosing makes them choose the first option of the last question that stands there
     * @param showing everything that came, oldest first
     * @param refusing whether the provider refuses from now on what is sent to them
     */
    private record Correspondent(
            String channel,
            String address,
            Consumer<String> writing,
            Runnable choosing,
            Supplier<List<String>> showing,
            Consumer<Boolean> refusing,
            List<String> answered) {

        /** Answers what was asked, each question once. */
        void look() {
            for (String question : List.of(MOTIVE, OUTCOME)) {
                if (!answered.contains(question) && showing.get().stream().anyMatch(text -> text.contains(question))) {
                    choosing.run();
                    answered.add(question);
                }
            }
        }
    }

    /** @param leaving makes them leave WhatsApp for good */
    void whatsApp(String address, WhatsAppHandset handset, Runnable leaving) {
        add(
                "whatsapp",
                address,
                handset::write,
                () -> {
                    WhatsAppBubble question = last(handset.conversation().stream()
                            .filter(each -> !each.content().choices().isEmpty())
                            .toList());
                    handset.choose(
                            question.id(), question.content().choices().get(0).id());
                },
                () -> handset.conversation().stream()
                        .filter(each -> !each.fromSubscriber())
                        .map(WhatsAppBubble::text)
                        .toList(),
                refused -> {
                    if (refused) {
                        leaving.run();
                    }
                });
    }

    void messenger(MessengerHandset handset) {
        add(
                "messenger",
                handset.psid(),
                handset::write,
                () -> {
                    MessengerBubble question = last(handset.conversation().stream()
                            .filter(each -> !each.choices().isEmpty())
                            .toList());
                    handset.choose(question.id(), question.choices().get(0).payload());
                },
                () -> handset.conversation().stream()
                        .filter(each -> !each.fromSubscriber())
                        .map(MessengerBubble::text)
                        .toList(),
                handset::block);
    }

    void telegram(String address, TelegramHandset handset) {
        add(
                "telegram",
                address,
                handset::write,
                () -> {
                    TelegramBubble question = last(handset.conversation().stream()
                            .filter(each -> !each.keyboard().isEmpty())
                            .toList());
                    handset.press(
                            question.id(), question.keyboard().get(0).get(0).data());
                },
                () -> handset.conversation().stream()
                        .filter(each -> !each.fromSubscriber())
                        .map(TelegramBubble::text)
                        .toList(),
                handset::block);
    }

    void mail(String address, String operator, MailSimulator mail) {
        Supplier<List<SimulatedMail>> came = () -> mail.conversation(address).stream()
                .filter(each -> !each.fromSubscriber())
                .toList();
        add(
                "email",
                address,
                words -> mail.write(address, operator, "Mon compte", words),
                () -> mail.reply(last(came.get()).id(), "1"),
                () -> came.get().stream().map(SimulatedMail::text).toList(),
                refused -> {
                    if (refused) {
                        mail.faults().refuse(address);
                    } else {
                        mail.faults().heal(address);
                    }
                });
    }

    private void add(
            String channel,
            String address,
            Consumer<String> writing,
            Runnable choosing,
            Supplier<List<String>> showing,
            Consumer<Boolean> refusing) {
        people.add(new Correspondent(channel, address, writing, choosing, showing, refusing, new ArrayList<>()));
    }

    void complain() {
        people.forEach(person -> person.writing().accept("Ma facture est fausse"));
    }

    /** Whether what is sent to these people is refused from now on. */
    void refuse(boolean refused) {
        people.forEach(person -> person.refusing().accept(refused));
    }

    /** Whoever was asked answers. */
    void look() {
        people.forEach(Correspondent::look);
    }

    /** What those on one channel were shown, by their address. */
    Map<String, List<String>> shown(String channel) {
        return people.stream()
                .filter(person -> person.channel().equals(channel))
                .collect(Collectors.toMap(
                        Correspondent::address,
                        person -> new ArrayList<>(person.showing().get())));
    }

    /** What was sent to them, against what they were shown, by channel. */
    List<SendLedger> sends(PlatformDatabase database, List<String> channels) {
        return channels.stream()
                .map(channel -> SendLedger.of(database, channel, shown(channel)))
                .toList();
    }

    List<String> addresses(String channel) {
        return people.stream()
                .filter(person -> person.channel().equals(channel))
                .map(Correspondent::address)
                .toList();
    }

    /** Those whose one complaint has not ended. */
    List<String> astray(PlatformDatabase database) {
        return people.stream()
                .filter(person -> database.count("""
                        select count(*) from conversation v join journey_case k on k.conversation_id = v.id
                        where v.channel = ? and v.address = ? and k.journey = 'complaint' and k.closed_at is not null
                        """, person.channel(), person.address()) != 1)
                .map(person -> person.channel() + " " + person.address() + " "
                        + person.showing().get())
                .toList();
    }

    private static <M> M last(List<M> messages) {
        return messages.get(messages.size() - 1);
    }
}
