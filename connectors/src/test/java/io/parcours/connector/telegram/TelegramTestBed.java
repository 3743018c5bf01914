package io.parcours.connector.telegram;

import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.parcours.connector.RecordingInbox;
import io.parcours.connector.web.ChannelMeters;
import io.parcours.connector.web.Checks;
import io.parcours.connector.web.SendRoutes;
import io.parcours.connector.web.ServletServer;
import io.parcours.connector.web.WebLines;
import io.parcours.conversation.AccountState;
import io.parcours.conversation.Choice;
import io.parcours.conversation.Delivery;
import io.parcours.conversation.OutboundMessage;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import org.apache.camel.CamelContext;
import org.apache.camel.impl.DefaultCamelContext;
import org.awaitility.core.ConditionFactory;

/** The Telegram connector with its routes running, without Spring. */
final class TelegramTestBed implements AutoCloseable {

    static final String BOT_ID = "7000000001";
    static final String SECRET_HALF = "AAtopsecretHalfOfTheToken";
    static final String TOKEN = BOT_ID + ":" + SECRET_HALF;
    static final String SECRET_TOKEN = "shown-with-each_update";
    static final TelegramOptions QUICK = options(Duration.ofSeconds(1), true, null);

    final SimpleMeterRegistry registry = new SimpleMeterRegistry();
    final ChannelMeters meters = new ChannelMeters(registry, "telegram");
    final RecordingInbox inbox = new RecordingInbox();
    final WebLines<TelegramLine> lines;
    final TelegramChannel channel;
    private final Pollers pollers;
    private final Checks checks = new Checks("telegram");
    private final CamelContext camel = new DefaultCamelContext();
    private final AtomicLong strangers = new AtomicLong(500_000);

    TelegramTestBed(TelegramAccount... accounts) {
        try {
            lines = new WebLines<>(Stream.of(accounts)
                    .map(each -> new TelegramLine(each, Clock.systemUTC()))
                    .toList());
            lines.all().forEach(meters::watch);
            channel = new TelegramChannel(lines, checks, meters, camel.createProducerTemplate());
            pollers = new Pollers(lines, checks, meters, inbox, Clock.systemUTC());
            camel.addRoutes(new SendRoutes<>(lines.all(), TelegramLine::api));
            camel.start();
        } catch (Exception failure) {
            throw new IllegalStateException(failure);
        }
    }

    static TelegramOptions options(Duration pollTimeout, boolean askNumber, String greeting) {
        return new TelegramOptions(
                Duration.ofMillis(500),
                Duration.ofMillis(700),
                1_000,
                Duration.ofMillis(50),
                Duration.ofMillis(600),
                Duration.ofMillis(100),
                pollTimeout,
                askNumber,
                greeting);
    }

    static TelegramAccount account(String url) {
        return TelegramAccount.of("baobab", "baobab-bot", TOKEN, SECRET_TOKEN, "baobab_bot")
                .at(url)
                .with(QUICK);
    }

    static ConditionFactory soon() {
        return await().pollDelay(Duration.ZERO)
                .pollInterval(Duration.ofMillis(10))
                .atMost(Duration.ofSeconds(10));
    }

    /** The webhook on a server of its own. */
    ServletServer server() {
        return new ServletServer(new TelegramWebhook(lines, meters, inbox, Clock.systemUTC()), TelegramWebhook.PATH);
    }

    TelegramTestBed fetching() {
        pollers.start();
        return this;
    }

    TelegramLine line() {
        return lines.all().get(0);
    }

    /** To somebody who heard nothing yet: one person hears one message a second. */
    Delivery send(String text, Choice... choices) {
        return sendTo(String.valueOf(strangers.incrementAndGet()), text, choices);
    }

    Delivery sendTo(String to, String text, Choice... choices) {
        return channel.send(message(to, text, choices));
    }

    static OutboundMessage message(String to, String text, Choice... choices) {
        return new OutboundMessage(UUID.randomUUID(), "baobab", "baobab-bot", to, text, List.of(choices));
    }

    AccountState state() {
        return channel.states().get(0);
    }

    @Override
    public void close() {
        pollers.stop();
        camel.stop();
        checks.close();
    }
}
