package io.parcours.connector.messenger;

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
import io.parcours.conversation.Template;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.apache.camel.CamelContext;
import org.apache.camel.impl.DefaultCamelContext;
import org.awaitility.core.ConditionFactory;

/** The Messenger connector with its routes running, without Spring. */
final class MessengerTestBed implements AutoCloseable {

    static final String TOKEN = "EAAtopsecret";
    static final String APP_SECRET = "app-secret";
    static final String VERIFY_TOKEN = "verify-me";

    final SimpleMeterRegistry registry = new SimpleMeterRegistry();
    final ChannelMeters meters = new ChannelMeters(registry, "messenger");
    final RecordingInbox inbox = new RecordingInbox();
    final WebLines<MessengerLine> lines;
    final MessengerChannel channel;
    final Checks checks = new Checks("messenger");
    final CamelContext camel = new DefaultCamelContext();

    MessengerTestBed(MessengerAccount... accounts) {
        try {
            lines = new WebLines<>(Stream.of(accounts)
                    .map(each -> new MessengerLine(each, Clock.systemUTC()))
                    .toList());
            lines.all().forEach(meters::watch);
            channel = new MessengerChannel(lines, checks, meters, camel.createProducerTemplate());
            camel.addRoutes(new SendRoutes<>(lines.all(), MessengerLine::api));
            camel.start();
        } catch (Exception failure) {
            throw new IllegalStateException(failure);
        }
    }

    static MessengerAccount account(String url) {
        return MessengerAccount.of("baobab", "baobab-page", Payload.PAGE_ID, TOKEN, APP_SECRET, VERIFY_TOKEN)
                .at(url)
                .with(quick(false));
    }

    static MessengerOptions quick(boolean utility) {
        return quick(utility, false);
    }

    static MessengerOptions quick(boolean utility, boolean humanAgent) {
        return new MessengerOptions(
                Duration.ofMillis(500),
                Duration.ofMillis(700),
                1_000,
                Duration.ofMillis(150),
                Duration.ofMillis(600),
                Duration.ofMillis(50),
                utility,
                humanAgent,
                null,
                "sahelmobile");
    }

    static ConditionFactory soon() {
        return await().pollDelay(Duration.ZERO)
                .pollInterval(Duration.ofMillis(10))
                .atMost(Duration.ofSeconds(8));
    }

    /** The webhook on a server of its own. */
    ServletServer server() {
        return new ServletServer(
                new MessengerWebhook(lines, checks, meters, inbox, Clock.systemUTC()), MessengerWebhook.PATH);
    }

    Delivery send(String text) {
        return sendTo(Payload.AWA, text);
    }

    Delivery sendTo(String to, String text, Choice... choices) {
        return channel.send(message(to, text, choices));
    }

    static OutboundMessage message(String to, String text, Choice... choices) {
        return new OutboundMessage(UUID.randomUUID(), "baobab", "baobab-page", to, text, List.of(choices));
    }

    /** What a person wrote, after the time in which anything may be said. */
    static OutboundMessage late(String to, String text, Choice... choices) {
        OutboundMessage message = message(to, text, choices);
        return new OutboundMessage(
                message.id(),
                message.tenant(),
                message.account(),
                to,
                text,
                message.choices(),
                message.expects(),
                Optional.empty(),
                null,
                null,
                Optional.empty(),
                true);
    }

    static OutboundMessage template(String to, String name, String... parameters) {
        return new OutboundMessage(
                UUID.randomUUID(),
                "baobab",
                "baobab-page",
                to,
                "Texte",
                List.of(),
                Optional.of(new Template(name, "fr", List.of(parameters))));
    }

    AccountState state() {
        return channel.states().get(0);
    }

    @Override
    public void close() {
        camel.stop();
        checks.close();
    }
}
