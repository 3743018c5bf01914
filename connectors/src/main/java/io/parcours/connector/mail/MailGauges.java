package io.parcours.connector.mail;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;

/** What a mailbox has beside what all channels are watched by: it can be lost while mail still leaves. */
final class MailGauges {

    private static final String READING = "parcours.email.reading";

    private final MeterRegistry registry;

    MailGauges(MeterRegistry registry) {
        this.registry = registry;
    }

    void watch(MailLine line) {
        forget(line);
        Gauge.builder(READING, line, each -> each.reading() ? 1 : 0)
                .description("Whether the account's mailbox is looked into")
                .tags(tags(line))
                .register(registry);
    }

    void forget(MailLine line) {
        registry.find(READING).tags(tags(line)).gauges().forEach(registry::remove);
    }

    private static Tags tags(MailLine line) {
        return Tags.of(
                "tenant", line.account().tenant(), "account", line.account().name());
    }
}
