package io.parcours.connector.web;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.Timer;
import io.parcours.connector.SendTimer;
import java.util.function.IntSupplier;
import java.util.function.Supplier;

/** What an operator watches: accounts at work, sends by outcome and their time, webhooks by answer, and what came in. */
public final class ChannelMeters {

    private final MeterRegistry registry;
    private final String prefix;

    public ChannelMeters(MeterRegistry registry, String channel) {
        this.registry = registry;
        this.prefix = "parcours." + channel + ".";
    }

    public void watch(WebLine line) {
        Gauge.builder(prefix + "up", line.health(), health -> health.works() ? 1 : 0)
                .description("Whether the provider takes messages of the account, as far as is known")
                .tags(tags(line.account()))
                .register(registry);
    }

    /** The account is gone. */
    public void forget(WebLine line) {
        registry.find(prefix + "up").tags(tags(line.account())).gauges().forEach(registry::remove);
    }

    /** Times one send under its outcome: sent, refused, unavailable or unknown. */
    <T> T sending(WebAccount account, Supplier<T> send) {
        return SendTimer.timed(registry, prefix + "send", tags(account), send);
    }

    /** @param kind what it was, or failed where it could not be stored */
    public void received(WebAccount account, String kind) {
        Counter.builder(prefix + "received")
                .description("Elements of webhooks, by kind")
                .tags(tags(account).and("kind", kind))
                .register(registry)
                .increment();
    }

    /** Times one webhook under the status that it is answered with. */
    int answering(WebAccount account, IntSupplier webhook) {
        Timer.Sample sample = Timer.start(registry);
        int status = webhook.getAsInt();
        sample.stop(registry.timer(prefix + "webhook", tags(account).and("status", String.valueOf(status))));
        return status;
    }

    private static Tags tags(WebAccount account) {
        return Tags.of("tenant", account.tenant(), "account", account.name());
    }
}
