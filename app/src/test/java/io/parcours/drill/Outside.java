package io.parcours.drill;

import static io.parcours.drill.Stage.await;

import io.parcours.connector.simulator.ExchangeLine;
import io.parcours.connector.simulator.ExchangeSimulator;
import io.parcours.connector.simulator.MailSimAccount;
import io.parcours.connector.simulator.MailSimulator;
import io.parcours.connector.simulator.MessengerSimAccount;
import io.parcours.connector.simulator.MessengerSimulator;
import io.parcours.connector.simulator.SmscAccount;
import io.parcours.connector.simulator.SmscSimulator;
import io.parcours.connector.simulator.Subscriber;
import io.parcours.connector.simulator.TelegramPerson;
import io.parcours.connector.simulator.TelegramSimAccount;
import io.parcours.connector.simulator.TelegramSimulator;
import io.parcours.connector.simulator.WebFaults;
import io.parcours.connector.simulator.WhatsAppHandset;
import io.parcours.connector.simulator.WhatsAppSimAccount;
import io.parcours.connector.simulator.WhatsAppSimulator;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;

/** What the platform speaks with, played by this process: providers' simulators, and the people who write and call through them. */
final class Outside implements AutoCloseable {

    /** How many submissions the account's contract with the message centre allows a second. */
    static final int RATE = 100;

    private static final WhatsAppSimAccount NUMBER = new WhatsAppSimAccount(
            "106540352249999", "22997009999", "drill-token", "drill-app-secret", "drill-verify-token");
    private static final String WHATSAPP = "PARCOURS_DEMO_WHATSAPP_";
    private static final MessengerSimAccount PAGE =
            new MessengerSimAccount("102233445567777", "drill-page-token", "drill-page-secret", "drill-page-verify");
    private static final String MESSENGER = "PARCOURS_DEMO_MESSENGER_";
    private static final TelegramSimAccount BOT =
            new TelegramSimAccount("7100200309:drill-bot-secret", "drill_bot", "Drill");
    private static final MailSimAccount MAILBOX =
            new MailSimAccount("service@drill.example", "service@drill.example", "drill");
    private static final String ACCOUNT = "PARCOURS_SMS_ACCOUNTS_0_";
    private static final String SYSTEM_ID = "drill";
    private static final String TELEPHONE = "parcours-sahel";
    /** What callers dial. */
    static final String TELEPHONE_NUMBER = "7070";

    private static final Duration HANDSHAKE = Duration.ofSeconds(30);

    private final AtomicInteger ranges = new AtomicInteger();
    private final List<Subscribers> crowds = new CopyOnWriteArrayList<>();
    private final SmscSimulator smsc = SmscSimulator.start(new SmscAccount(SYSTEM_ID, "drill", "7070"));
    private final WhatsAppSimulator whatsapp = WhatsAppSimulator.start(NUMBER);
    private final MessengerSimulator messenger = MessengerSimulator.start(PAGE);
    private final TelegramSimulator telegram = TelegramSimulator.start(BOT);
    private final MailSimulator mail = MailSimulator.start(MAILBOX);
    private final ExchangeSimulator exchange =
            ExchangeSimulator.start("drill", "drill-ari-secret", new ExchangeLine(TELEPHONE_NUMBER, TELEPHONE));

    Outside() {
        whatsapp.faults().redeliverAfter(Duration.ofSeconds(1));
        messenger.faults().redeliverAfter(Duration.ofSeconds(1));
        smsc.faults().redeliverAfter(Duration.ofSeconds(1));
        smsc.read(text -> crowds.forEach(crowd -> crowd.see(text)));
    }

    /** By which the platform finds all of it. */
    Map<String, String> settings() {
        return Map.ofEntries(
                Map.entry(ACCOUNT + "TENANT", "demo"),
                Map.entry(ACCOUNT + "NAME", "drill"),
                Map.entry(ACCOUNT + "URL", smsc.url(SYSTEM_ID)),
                Map.entry(ACCOUNT + "SENDER", "7070"),
                Map.entry(ACCOUNT + "REGION", "BJ"),
                Map.entry(ACCOUNT + "OPTIONS_RATE", RATE + ""),
                Map.entry(
                        "PARCOURS_DEMO_ARI_URL",
                        exchange.url().replace("//", "//" + exchange.user() + ":" + exchange.password() + "@")),
                Map.entry(WHATSAPP + "URL", whatsapp.url()),
                Map.entry(WHATSAPP + "PHONE_NUMBER_ID", NUMBER.phoneNumberId()),
                Map.entry(WHATSAPP + "TOKEN", NUMBER.token()),
                Map.entry(WHATSAPP + "APP_SECRET", NUMBER.appSecret()),
                Map.entry(WHATSAPP + "VERIFY_TOKEN", NUMBER.verifyToken()),
                Map.entry(MESSENGER + "URL", messenger.url()),
                Map.entry(MESSENGER + "PAGE_ID", PAGE.pageId()),
                Map.entry(MESSENGER + "TOKEN", PAGE.token()),
                Map.entry(MESSENGER + "APP_SECRET", PAGE.appSecret()),
                Map.entry(MESSENGER + "VERIFY_TOKEN", PAGE.verifyToken()),
                Map.entry("PARCOURS_DEMO_TELEGRAM_URL", telegram.url()),
                Map.entry("PARCOURS_DEMO_TELEGRAM_TOKEN", BOT.token()),
                Map.entry("PARCOURS_DEMO_TELEGRAM_BOT_NAME", BOT.userName()),
                Map.entry("PARCOURS_DEMO_SMTP_URL", mail.smtpUrl(MAILBOX.address())),
                Map.entry("PARCOURS_DEMO_IMAP_URL", mail.imapUrl(MAILBOX.address())),
                Map.entry("PARCOURS_DEMO_MAIL_ADDRESS", MAILBOX.address()));
    }

    /** Where the platform is told what comes in. */
    void subscribe(String platform) {
        whatsapp.subscribe(NUMBER.phoneNumberId(), platform + "/webhooks/whatsapp/demo");
        messenger.subscribe(PAGE.pageId(), platform + "/webhooks/messenger/demo");
    }

    SmscSimulator smsc() {
        return smsc;
    }

    WhatsAppSimulator whatsapp() {
        return whatsapp;
    }

    ExchangeSimulator exchange() {
        return exchange;
    }

    /** Whether the exchange tells the platform of calls. */
    boolean telephoned() {
        return exchange.connected(TELEPHONE);
    }

    /** A telephone with WhatsApp whose number nobody else has. */
    WhatsAppHandset handset() {
        String digits = "2298%d000001".formatted(ranges.incrementAndGet());
        return whatsapp.handset(NUMBER.phoneNumberId(), Subscriber.withNumber(digits, "Abonné"));
    }

    /** Waits until WhatsApp has asked the platform whether it may tell it what comes in. */
    void shakeHands() {
        await("WhatsApp to have shaken hands")
                .atMost(HANDSHAKE)
                .until(() -> whatsapp.subscribed(NUMBER.phoneNumberId()));
    }

    boolean bound() {
        return smsc.bound(SYSTEM_ID);
    }

    /** People whose numbers nobody else has. */
    Subscribers newcomers() {
        Subscribers crowd = new Subscribers(smsc, SYSTEM_ID, "+2299%d".formatted(ranges.incrementAndGet()));
        crowds.add(crowd);
        return crowd;
    }

    /** People with plain telephones whose numbers nobody else has. */
    Callers callers() {
        return new Callers(exchange, "+22901960%02d".formatted(ranges.incrementAndGet()));
    }

    /** People on WhatsApp whose numbers nobody else has. */
    WhatsAppCrowd whatsAppCrowd() {
        return new WhatsAppCrowd(whatsapp, NUMBER.phoneNumberId(), "2298%d".formatted(ranges.incrementAndGet()));
    }

    /** So many people on each channel but SMS and the telephone, whose addresses nobody else has. */
    Correspondents correspondents(int each) {
        Correspondents all = new Correspondents();
        int range = ranges.incrementAndGet();
        for (int number = 0; number < each; number++) {
            String digits = "2298%d%06d".formatted(range, number);
            Subscriber subscriber = Subscriber.withNumber(digits, "Abonné " + number);
            all.whatsApp(
                    "+" + digits,
                    whatsapp.handset(NUMBER.phoneNumberId(), subscriber),
                    () -> whatsapp.notOnWhatsApp(subscriber));
            all.messenger(messenger.handset(PAGE.pageId(), "Abonnée " + range + " " + number));
            TelegramPerson person =
                    new TelegramPerson(Long.parseLong(digits), "Abonné " + number, null, "fr", "1" + digits);
            all.telegram(person.key(), telegram.handset(BOT.botId(), person));
            all.mail("abonne" + digits + "@example.org", MAILBOX.address(), mail);
        }
        return all;
    }

    /** How long each provider takes to answer a send. */
    void answerAfter(Duration delay) {
        smsc.faults().answerAfter(delay);
        whatsapp.faults().answerAfter(delay);
        messenger.faults().answerAfter(delay);
        telegram.faults().answerAfter(delay);
        mail.faults().answerAfter(delay);
    }

    MailSimulator mail() {
        return mail;
    }

    /** Those over HTTP. */
    List<WebFaults> webs() {
        return List.of(whatsapp.faults(), messenger.faults(), telegram.faults());
    }

    /** Every provider but the message centre and the exchange is away. */
    void othersDown() {
        whatsapp.faults().down();
        messenger.faults().down();
        telegram.faults().down();
        mail.faults().down();
    }

    void othersUp() {
        whatsapp.faults().up();
        messenger.faults().up();
        telegram.faults().up();
        mail.faults().up();
    }

    @Override
    public void close() {
        smsc.close();
        whatsapp.close();
        messenger.close();
        telegram.close();
        mail.close();
        exchange.close();
    }
}
