package io.parcours.connector.whatsapp;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.Timer;
import io.parcours.connector.SendTimer;
import java.util.function.IntSupplier;
import java.util.function.Supplier;

/** What an operator watches: accounts at work, sends by outcome and their time, webhooks by answer, and what came in. */
final class WhatsAppMeters {

    private final MeterRegistry registry;

    WhatsAppMeters(MeterRegistry registry) {
        this.registry = registry;
    }

    void watch(WhatsAppLine line) {
        Gauge.builder("parcours.whatsapp.up", line.health(), health -> health.works() ? 1 : 0)
                .description("Whether Meta takes messages of the account, as far as is known")
                .tags(tags(line.account()))
                .register(registry);
    }

    /** Times one send under its outcome: sent, refused, unavailable or unknown. */
    <T> T sending(WhatsAppAccount account, Supplier<T> send) {
        return SendTimer.timed(registry, "parcours.whatsapp.send", tags(account), send);
    }

    /** @param kind what it was, or failed where it could not be stored */
    void received(WhatsAppAccount account, String kind) {
        Counter.builder("parcours.whatsapp.received")
                .description("Elements of webhooks, by kind")
                .tags(tags(account).and("kind", kind))
                .register(registry)
                .increment();
    }

    /** Times one webhook under the status that it is answered with. */
    int answering(WhatsAppAccount account, IntSupplier webhook) {
        Timer.Sample sample = Timer.start(registry);
        int status = webhook.getAsInt();
        sample.stop(registry.timer("parcours.whatsapp.webhook", tags(account).and("status", String.valueOf(status))));
        return status;
    }

    private static Tags tags(WhatsAppAccount account) {
        return Tags.of("tenant", account.tenant(), "account", account.name());
    }
}
