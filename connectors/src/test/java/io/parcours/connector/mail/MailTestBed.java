package io.parcours.connector.mail;

import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.parcours.connector.RecordingInbox;
import io.parcours.connector.simulator.MailSimAccount;
import io.parcours.connector.simulator.MailSimulator;
import io.parcours.connector.web.ChannelMeters;
import io.parcours.connector.web.Checks;
import io.parcours.connector.web.WebLines;
import io.parcours.conversation.AccountState;
import io.parcours.conversation.Choice;
import io.parcours.conversation.Delivery;
import io.parcours.conversation.OutboundMessage;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.awaitility.core.ConditionFactory;

/** The e-mail connector at work, without Spring. */
final class MailTestBed implements AutoCloseable {

    static final String SUBSCRIBER = "awa@client.example";
    static final String SERVICE = "service@baobab.example";
    static final String PASSWORD = "top:secret +%";
    static final MailSimAccount BAOBAB = new MailSimAccount(SERVICE, SERVICE, PASSWORD);

    final SimpleMeterRegistry registry = new SimpleMeterRegistry();
    final RecordingInbox inbox = new RecordingInbox();
    final WebLines<MailLine> lines;
    final MailChannel channel;
    final Mailboxes mailboxes;
    final ChannelMeters meters = new ChannelMeters(registry, MailChannel.NAME);
    private final Checks checks = new Checks(MailChannel.NAME);

    MailTestBed(MailAccount... accounts) {
        Clock clock = Clock.systemUTC();
        lines = new WebLines<>(
                Stream.of(accounts).map(account -> new MailLine(account, clock)).toList());
        lines.all().forEach(meters::watch);
        channel = new MailChannel(lines, checks, meters, clock);
        mailboxes = new Mailboxes(lines, inbox, meters, new MailGauges(registry), clock);
        mailboxes.start();
    }

    static MailTestBed at(MailSimulator simulator) {
        return new MailTestBed(account(simulator));
    }

    static MailAccount account(MailSimulator simulator) {
        return account(simulator, quick(Duration.ofMinutes(5)));
    }

    static MailAccount account(MailSimulator simulator, MailOptions options) {
        return MailAccount.of(
                        "baobab",
                        "baobab-mail",
                        simulator.smtpUrl(SERVICE),
                        simulator.imapUrl(SERVICE),
                        SERVICE,
                        "Baobab Télécom")
                .with(options);
    }

    static MailOptions quick(Duration idleFor) {
        return quick(idleFor, 20);
    }

    /** @param mostAnHour mails of one sender that are acted on */
    static MailOptions quick(Duration idleFor, int mostAnHour) {
        return new MailOptions(
                Duration.ofMillis(500),
                Duration.ofMillis(1_500),
                1_000,
                Duration.ofMillis(30),
                Duration.ofMillis(100),
                Duration.ofMillis(50),
                2,
                Duration.ofMillis(50),
                idleFor,
                1,
                mostAnHour,
                null,
                null,
                null);
    }

    static ConditionFactory soon() {
        // The mail servers' threads do not die quietly where the line is cut.
        return await().dontCatchUncaughtExceptions()
                .pollDelay(Duration.ZERO)
                .pollInterval(Duration.ofMillis(10))
                .atMost(Duration.ofSeconds(10));
    }

    Delivery send(String text, String... choices) {
        return sendTo(SUBSCRIBER, text, choices);
    }

    Delivery sendTo(String to, String text, String... choices) {
        return channel.send(message(UUID.randomUUID(), to, text, choices));
    }

    static OutboundMessage message(UUID id, String to, String text, String... choices) {
        List<Choice> offered =
                Stream.of(choices).map(label -> new Choice(label, label)).toList();
        return new OutboundMessage(id, "baobab", "baobab-mail", to, text, offered);
    }

    AccountState state() {
        return channel.states().get(0);
    }

    void awaitReading() {
        soon().until(() -> lines.all().stream().allMatch(MailLine::reading));
    }

    double gauge(String name) {
        return registry.get(name).gauge().value();
    }

    @Override
    public void close() {
        mailboxes.stop();
        checks.close();
    }
}
