package io.parcours.connector.sms;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import io.parcours.connector.SendTimer;
import java.util.function.Supplier;

/** What an operator watches: binds, sends by outcome and their time, and what came in. */
final class SmsMeters {

    private final MeterRegistry registry;

    SmsMeters(MeterRegistry registry) {
        this.registry = registry;
    }

    void watch(SmsAccountState state) {
        Gauge.builder("parcours.sms.bound", state, bound -> bound.bound() ? 1 : 0)
                .description("Whether the account is bound to its message centre")
                .tags(tags(state.tenant(), state.account()))
                .register(registry);
    }

    /** The account is gone. */
    void forget(SmsAccountState state) {
        registry.find("parcours.sms.bound")
                .tags(tags(state.tenant(), state.account()))
                .gauges()
                .forEach(registry::remove);
    }

    /** Times one send under its outcome: sent, refused, unavailable or unknown. */
    <T> T sending(String tenant, String account, Supplier<T> send) {
        return SendTimer.timed(registry, "parcours.sms.send", tags(tenant, account), send);
    }

    /** @param kind text, receipt, or failed where it could not be stored */
    void received(SmsAccount account, String kind) {
        Counter.builder("parcours.sms.received")
                .description("Deliveries of the message centre")
                .tags(tags(account.tenant(), account.name()).and("kind", kind))
                .register(registry)
                .increment();
    }

    private static Tags tags(String tenant, String account) {
        return Tags.of("tenant", tenant, "account", account);
    }
}
