package io.parcours.bench;

import io.parcours.connector.simulator.MailSimulator;
import io.parcours.connector.simulator.MessengerSimulator;
import io.parcours.connector.simulator.SmscEvent;
import io.parcours.connector.simulator.SmscSimulator;
import io.parcours.connector.simulator.Subscriber;
import io.parcours.connector.simulator.TelegramPerson;
import io.parcours.connector.simulator.TelegramSimulator;
import io.parcours.connector.simulator.WhatsAppSimulator;
import io.parcours.connector.simulator.WireEvent;
import io.parcours.demo.DemoCustomers;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.function.IntSupplier;

/** The five channels on which texts come and go, by the product's own simulators. */
final class Providers {

    private static final String TEXT = "Bonjour, ma facture est fausse";
    private static final String OPERATOR = ProductHere.OPERATOR;
    private static final String SMS_ACCOUNT = "sahel";

    private Providers() {}

    /** @param bot at a Telegram that brings its updates to the product's webhook */
    static List<Provider> of(ProductHere product, TelegramSimulator telegram, String bot) {
        return List.of(
                sms(product.bean(SmscSimulator.class)),
                whatsApp(product.bean(WhatsAppSimulator.class)),
                messenger(product.bean(MessengerSimulator.class)),
                telegram(telegram, bot),
                mail(product.bean(MailSimulator.class)));
    }

    /** Lives as long as the centre: so does what it listens with. */
    @SuppressWarnings("resource")
    private static Provider sms(SmscSimulator centre) {
        AtomicInteger received = new AtomicInteger();
        centre.listen(event -> {
            if (event.kind() == SmscEvent.Kind.SUBMIT_SM && event.succeeded()) {
                received.incrementAndGet();
            }
        });
        IntFunction<String> write = number -> {
            String from = "+22901%08d".formatted(50_000_000 + number);
            centre.write(SMS_ACCOUNT, from, TEXT);
            return from;
        };
        return new One(
                "SMS",
                "sms",
                false,
                write,
                told -> centre.listen(event -> tell(event, "deliver_sm", event.subscriber(), told)),
                received::get);
    }

    private static Provider whatsApp(WhatsAppSimulator simulator) {
        String phone = DemoCustomers.whatsAppNumberOf(OPERATOR);
        return new One(
                "WhatsApp",
                "whatsapp",
                true,
                number -> simulator.write(
                        phone, Subscriber.withNumber("22901%08d".formatted(60_000_000 + number), "Abonné"), TEXT),
                told -> simulator.listen(event -> tell(event, "webhook", event.messageId(), told)),
                simulator.ledger()::acceptedCount);
    }

    private static Provider messenger(MessengerSimulator simulator) {
        String page = DemoCustomers.messengerPageOf(OPERATOR);
        return new One(
                "Messenger",
                "messenger",
                true,
                number -> simulator.handset(page, "person-" + number).write(TEXT),
                told -> simulator.listen(event -> tell(event, "webhook", event.messageId(), told)),
                simulator.ledger()::acceptedCount);
    }

    private static Provider telegram(TelegramSimulator simulator, String bot) {
        IntFunction<String> write = number -> {
            TelegramPerson person =
                    new TelegramPerson(80_000_000L + number, "Abonné", null, "fr", "22901" + (80_000_000 + number));
            simulator.handset(bot, person).write(TEXT);
            return person.key();
        };
        return new One(
                "Telegram",
                "telegram",
                false,
                write,
                told -> simulator.listen(event -> tell(event, "update", event.subscriber(), told)),
                simulator.ledger()::acceptedCount);
    }

    /** A mail is taken when it is marked as seen, which the product does once it is stored. */
    private static Provider mail(MailSimulator simulator) {
        return new One(
                "e-mail",
                "email",
                true,
                number -> simulator.write(
                        "abonne-" + number + "@mail.example",
                        DemoCustomers.mailAddressOf(OPERATOR),
                        "Réclamation",
                        TEXT),
                told -> simulator.listen(event -> {
                    if (event.what().equals("store")) {
                        simulator.seen().forEach(told);
                    }
                }),
                () -> simulator.ledger().accepted().size());
    }

    private static void tell(WireEvent event, String what, String id, Consumer<String> told) {
        if (event.toPlatform() && event.what().equals(what) && event.succeeded()) {
            told.accept(id);
        }
    }

    private record One(
            String name,
            String channel,
            boolean severalAtOnce,
            IntFunction<String> writing,
            Function<Consumer<String>, AutoCloseable> taking,
            IntSupplier receiving)
            implements Provider {

        @Override
        public String write(int number) {
            return writing.apply(number);
        }

        @Override
        public AutoCloseable whenTaken(Consumer<String> told) {
            return taking.apply(told);
        }

        @Override
        public int received() {
            return receiving.getAsInt();
        }
    }
}
