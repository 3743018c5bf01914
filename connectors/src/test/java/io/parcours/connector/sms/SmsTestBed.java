package io.parcours.connector.sms;

import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.parcours.connector.RecordingInbox;
import io.parcours.conversation.Choice;
import io.parcours.conversation.Delivery;
import io.parcours.conversation.OutboundMessage;
import io.parcours.conversation.Problem;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.apache.camel.CamelContext;
import org.apache.camel.impl.DefaultCamelContext;
import org.awaitility.core.ConditionFactory;

/** The SMS connector with its routes running, without Spring. */
final class SmsTestBed implements AutoCloseable {

    static final String SUBSCRIBER = "+2290197000001";
    static final SmsOptions QUICK = SmsOptions.defaults()
            .withTimeouts(Duration.ofSeconds(1), Duration.ofSeconds(1))
            .withReconnect(Duration.ofMillis(20), Duration.ofMillis(50));

    /** A centre that says nothing any more is found out by its silence. */
    static final SmsOptions LISTENING_CLOSELY = new SmsOptions(
            Duration.ofMillis(100),
            Duration.ofMillis(300),
            Duration.ofMillis(300),
            Duration.ofMillis(20),
            Duration.ofMillis(50),
            null,
            null,
            null,
            null,
            null,
            null,
            null);

    final RecordingInbox inbox = new RecordingInbox();
    final SmsMeters meters = new SmsMeters(new SimpleMeterRegistry());
    final SmsLines lines;
    final CamelContext camel = new DefaultCamelContext();
    final SmsChannel channel;

    private SmsTestBed(List<SmsAccount> accounts) {
        try {
            lines = new SmsLines(accounts);
            channel = new SmsChannel(lines, meters, camel.createProducerTemplate());
            camel.addRoutes(new SmsRoutes(lines.lines(), meters, inbox, Clock.systemUTC()));
            camel.start();
        } catch (Exception failure) {
            throw new IllegalStateException(failure);
        }
    }

    static SmsTestBed started(SmsAccount... accounts) {
        return new SmsTestBed(List.of(accounts));
    }

    static SmsTestBed bound(SmsAccount... accounts) {
        SmsTestBed bed = started(accounts);
        bed.awaitBound();
        return bed;
    }

    static SmsAccount account(String tenant, String url) {
        return SmsAccount.of(tenant, "demo", url, "7070", "BJ").with(QUICK);
    }

    static ConditionFactory soon() {
        return await().pollDelay(Duration.ZERO)
                .pollInterval(Duration.ofMillis(10))
                .atMost(Duration.ofSeconds(8));
    }

    void awaitBound() {
        soon().until(() -> lines.all().stream().allMatch(SmsAccountState::bound));
    }

    /** Why the account is not bound; empty while it is. */
    String why() {
        return state().problem().map(Problem::toString).orElse("");
    }

    SmsAccountState state() {
        return lines.all().get(0);
    }

    Delivery send(String tenant, String text, String... options) {
        List<Choice> choices =
                Stream.of(options).map(label -> new Choice(label, label)).toList();
        return channel.send(new OutboundMessage(UUID.randomUUID(), tenant, "demo", SUBSCRIBER, text, choices));
    }

    @Override
    public void close() {
        camel.stop();
    }
}
