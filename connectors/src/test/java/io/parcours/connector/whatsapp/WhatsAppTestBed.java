package io.parcours.connector.whatsapp;

import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.parcours.connector.RecordingInbox;
import io.parcours.connector.web.ChannelMeters;
import io.parcours.connector.web.Checks;
import io.parcours.connector.web.WebLines;
import io.parcours.conversation.AccountState;
import io.parcours.conversation.Delivery;
import io.parcours.conversation.OutboundMessage;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.apache.camel.CamelContext;
import org.apache.camel.impl.DefaultCamelContext;
import org.awaitility.core.ConditionFactory;

/** The WhatsApp connector with its routes running, without Spring. */
final class WhatsAppTestBed implements AutoCloseable {

    static final String SUBSCRIBER = "+2290197000001";
    static final String TOKEN = "EAAtopsecret";
    static final String APP_SECRET = "app-secret";
    static final String VERIFY_TOKEN = "verify-me";
    static final WhatsAppOptions QUICK = new WhatsAppOptions(
            Duration.ofMillis(500),
            Duration.ofMillis(700),
            null,
            Duration.ofMillis(150),
            Duration.ofMillis(600),
            Duration.ofMillis(50),
            null);

    final SimpleMeterRegistry registry = new SimpleMeterRegistry();
    final ChannelMeters meters = new ChannelMeters(registry, "whatsapp");
    final RecordingInbox inbox = new RecordingInbox();
    final WebLines<WhatsAppLine> lines;
    final WhatsAppChannel channel;
    final Checks checks = new Checks("whatsapp");
    final CamelContext camel = new DefaultCamelContext();

    WhatsAppTestBed(WhatsAppAccount... accounts) {
        try {
            lines = new WebLines<>(Stream.of(accounts)
                    .map(each -> new WhatsAppLine(each, Clock.systemUTC()))
                    .toList());
            lines.all().forEach(meters::watch);
            channel = new WhatsAppChannel(lines, checks, meters, camel.createProducerTemplate());
            camel.addRoutes(new WhatsAppRoutes(lines.all()));
            camel.start();
        } catch (Exception failure) {
            throw new IllegalStateException(failure);
        }
    }

    static WhatsAppAccount account(String url) {
        return WhatsAppAccount.of("baobab", "baobab-wa", Payload.NUMBER_ID, TOKEN, APP_SECRET, VERIFY_TOKEN)
                .at(url)
                .with(QUICK);
    }

    static ConditionFactory soon() {
        return await().pollDelay(Duration.ZERO)
                .pollInterval(Duration.ofMillis(10))
                .atMost(Duration.ofSeconds(8));
    }

    Delivery send(String text) {
        return sendTo(SUBSCRIBER, text);
    }

    Delivery sendTo(String to, String text) {
        return channel.send(new OutboundMessage(UUID.randomUUID(), "baobab", "baobab-wa", to, text, List.of()));
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
