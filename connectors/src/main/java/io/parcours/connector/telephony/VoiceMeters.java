package io.parcours.connector.telephony;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.Timer;
import io.parcours.connector.SendTimer;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/** What an operator watches: accounts at work, calls, how soon a key is answered, and commands to the exchange by outcome. */
final class VoiceMeters {

    private final MeterRegistry registry;

    VoiceMeters(MeterRegistry registry) {
        this.registry = registry;
    }

    void watch(Switchboard board) {
        Gauge.builder("parcours.voice.up", board, watched -> watched.state().works() ? 1 : 0)
                .description("Whether the exchange tells this node of the account's calls")
                .tags(tags(board.account()))
                .register(registry);
        Gauge.builder("parcours.voice.calls", board, watched -> watched.calls().size())
                .description("Calls of the account that are up")
                .tags(tags(board.account()))
                .register(registry);
    }

    /** The account is gone. */
    void forget(Switchboard board) {
        for (String name : List.of("parcours.voice.up", "parcours.voice.calls")) {
            registry.find(name).tags(tags(board.account())).gauges().forEach(registry::remove);
        }
    }

    /** Times one text under its outcome: sent, refused, unavailable or unknown. */
    <T> T sending(VoiceAccount account, Supplier<T> send) {
        return SendTimer.timed(registry, "parcours.voice.send", tags(account), send);
    }

    /** @param outcome done, gone, refused or unanswered */
    void commanded(VoiceAccount account, String command, String outcome, long nanos) {
        registry.timer("parcours.voice.command", tags(account).and("command", command, "outcome", outcome))
                .record(nanos, TimeUnit.NANOSECONDS);
    }

    /** From the key that completed an answer to the beginning of the next prompt. */
    void keyToPrompt(VoiceAccount account, Duration took) {
        Timer.builder("parcours.voice.key.to.prompt")
                .description("From the key that completed an answer to the beginning of the next prompt")
                .tags(tags(account))
                .publishPercentileHistogram()
                .register(registry)
                .record(took);
    }

    /** @param kind call, keys, silence, receipt, notice, or failed where it could not be stored */
    void received(VoiceAccount account, String kind) {
        Counter.builder("parcours.voice.received")
                .description("What calls brought, by kind")
                .tags(tags(account).and("kind", kind))
                .register(registry)
                .increment();
    }

    private static Tags tags(VoiceAccount account) {
        return Tags.of("tenant", account.tenant(), "account", account.name());
    }
}
