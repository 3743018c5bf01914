package io.parcours.demo;

import io.parcours.connector.simulator.CallerHandset;
import io.parcours.connector.simulator.ExchangeSimulator;
import io.parcours.connector.simulator.Heard;
import io.parcours.connector.simulator.MailSimulator;
import io.parcours.connector.simulator.MessengerBubble;
import io.parcours.connector.simulator.MessengerHandset;
import io.parcours.connector.simulator.MessengerSimulator;
import io.parcours.connector.simulator.SimulatedMail;
import io.parcours.connector.simulator.SimulatedSms;
import io.parcours.connector.simulator.SmscSimulator;
import io.parcours.connector.simulator.Subscriber;
import io.parcours.connector.simulator.TelegramBubble;
import io.parcours.connector.simulator.TelegramHandset;
import io.parcours.connector.simulator.TelegramPerson;
import io.parcours.connector.simulator.TelegramSimulator;
import io.parcours.connector.simulator.WhatsAppBubble;
import io.parcours.connector.simulator.WhatsAppHandset;
import io.parcours.connector.simulator.WhatsAppSimulator;
import io.parcours.conversation.Channel;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/** All that one customer of the first operator holds in their hands: six channels, each played on the simulated network. */
@Component
@Profile("demo")
class SubscriberDevices {

    private static final String OPERATOR = "demo";
    private static final long TELEGRAM_IDS = 7_000_000_000L;

    private final SmscSimulator centre;
    private final WhatsAppSimulator whatsApp;
    private final MessengerSimulator messenger;
    private final TelegramSimulator telegram;
    private final MailSimulator mail;
    private final ExchangeSimulator exchange;
    private final List<Channel> channels;

    SubscriberDevices(
            SmscSimulator centre,
            WhatsAppSimulator whatsApp,
            MessengerSimulator messenger,
            TelegramSimulator telegram,
            MailSimulator mail,
            ExchangeSimulator exchange,
            List<Channel> channels) {
        this.centre = centre;
        this.whatsApp = whatsApp;
        this.messenger = messenger;
        this.telegram = telegram;
        this.mail = mail;
        this.exchange = exchange;
        this.channels = channels;
    }

    /** One of them. */
    interface Device {

        /** Lets the operator know who this is, where the channel does not by itself. */
        default void introduce() {}

        /** Makes oneself heard: in words where the channel has any. */
        void speak(String words);

        /** Answers the last question that stands there with its option of this number, as one does on this channel. */
        void choose(int option);

        /** Everything that came, oldest first. */
        List<String> received();

        default void leave() {}
    }

    Device of(String channel, DemoCustomer customer, UUID id) {
        return switch (channel) {
            case "sms" -> sms(customer);
            case "whatsapp" -> whatsApp(customer);
            case "messenger" -> messenger(customer, id);
            case "telegram" -> telegram(customer);
            case "email" -> mail(customer);
            case "voice" -> telephone(customer);
            default -> throw new IllegalArgumentException(channel);
        };
    }

    private Device sms(DemoCustomer customer) {
        return new Device() {
            @Override
            public void speak(String words) {
                centre.write("sahel", customer.number(), words);
            }

            @Override
            public void choose(int option) {
                speak(String.valueOf(option));
            }

            @Override
            public List<String> received() {
                return centre.conversation("sahel", customer.number()).stream()
                        .filter(sms -> !sms.fromSubscriber())
                        .map(SimulatedSms::text)
                        .toList();
            }
        };
    }

    private Device whatsApp(DemoCustomer customer) {
        WhatsAppHandset handset = whatsApp.handset(
                DemoCustomers.whatsAppNumberOf(OPERATOR), Subscriber.withNumber(customer.number(), customer.name()));
        return new Device() {
            @Override
            public void speak(String words) {
                handset.write(words);
            }

            @Override
            public void choose(int option) {
                WhatsAppBubble question = last(
                        handset.conversation(), each -> each.content().choices().size());
                handset.choose(
                        question.id(),
                        question.content().choices().get(option - 1).id());
            }

            @Override
            public List<String> received() {
                return handset.conversation().stream()
                        .filter(bubble -> !bubble.fromSubscriber())
                        .map(WhatsAppBubble::text)
                        .toList();
            }
        };
    }

    private Device messenger(DemoCustomer customer, UUID id) {
        MessengerHandset handset = messenger.handset(DemoCustomers.messengerPageOf(OPERATOR), customer.name());
        return new Device() {
            @Override
            public void introduce() {
                String link = channels.stream()
                        .filter(channel -> channel.name().equals("messenger"))
                        .findFirst()
                        .flatMap(channel -> channel.invitation(OPERATOR, id))
                        .orElseThrow();
                handset.comeBy(link.replaceFirst(".*ref=", ""));
            }

            @Override
            public void speak(String words) {
                handset.write(words);
            }

            @Override
            public void choose(int option) {
                MessengerBubble question =
                        last(handset.conversation(), each -> each.choices().size());
                handset.choose(question.id(), question.choices().get(option - 1).payload());
            }

            @Override
            public List<String> received() {
                return handset.conversation().stream()
                        .filter(bubble -> !bubble.fromSubscriber())
                        .map(MessengerBubble::text)
                        .toList();
            }
        };
    }

    private Device telegram(DemoCustomer customer) {
        String digits = customer.number().substring(1);
        long person = TELEGRAM_IDS + Long.parseLong(digits) % TELEGRAM_IDS;
        TelegramHandset handset = telegram.handset(
                DemoCustomers.telegramBotOf(OPERATOR), new TelegramPerson(person, customer.name(), null, "fr", digits));
        return new Device() {
            @Override
            public void introduce() {
                handset.start(null);
                handset.shareContact();
            }

            @Override
            public void speak(String words) {
                handset.write(words);
            }

            @Override
            public void choose(int option) {
                TelegramBubble question =
                        last(handset.conversation(), each -> buttons(each).size());
                handset.press(question.id(), buttons(question).get(option - 1).data());
            }

            @Override
            public List<String> received() {
                return handset.conversation().stream()
                        .filter(bubble -> !bubble.fromSubscriber())
                        .map(TelegramBubble::text)
                        .toList();
            }

            private static List<TelegramBubble.Button> buttons(TelegramBubble bubble) {
                return bubble.keyboard().stream().flatMap(List::stream).toList();
            }
        };
    }

    private Device mail(DemoCustomer customer) {
        String operator = DemoCustomers.mailAddressOf(OPERATOR);
        return new Device() {
            @Override
            public void speak(String words) {
                mail.write(customer.name() + " <" + customer.email() + ">", operator, "Mon compte", words);
            }

            @Override
            public void choose(int option) {
                SimulatedMail question =
                        last(mail.conversation(operator, customer.email()), each -> each.fromSubscriber() ? 0 : 1);
                mail.reply(question.id(), String.valueOf(option));
            }

            @Override
            public List<String> received() {
                return mail.conversation(operator, customer.email()).stream()
                        .filter(each -> !each.fromSubscriber())
                        .map(SimulatedMail::text)
                        .toList();
            }
        };
    }

    /** Whoever calls says nothing that anybody understands; they listen, and press keys. */
    private Device telephone(DemoCustomer customer) {
        CallerHandset handset = exchange.handset(customer.number());
        return new Device() {
            @Override
            public void speak(String words) {
                exchange.faults().playbacksLast(Duration.ofMillis(200));
                handset.call(DemoCustomers.telephoneNumberOf(OPERATOR));
            }

            @Override
            public void choose(int option) {
                handset.press(String.valueOf(option));
            }

            @Override
            public List<String> received() {
                return handset.heard().stream().map(Heard::text).toList();
            }

            @Override
            public void leave() {
                handset.hangUp();
                exchange.faults().playbacksLast(null);
            }
        };
    }

    private static <M> M last(List<M> messages, Function<M, Integer> options) {
        return messages.stream()
                .filter(each -> options.apply(each) > 0)
                .reduce((before, after) -> after)
                .orElseThrow();
    }
}
