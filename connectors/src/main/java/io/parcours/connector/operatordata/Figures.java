package io.parcours.connector.operatordata;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.concurrent.TimeUnit;

/** What a system's calls came to: for the meters, and for the screen that shows this node. */
final class Figures {

    private static final int KEPT = 256;
    private static final String CALLS = "parcours.operator.calls";
    private static final String UP = "parcours.operator.up";

    private final MeterRegistry registry;
    private final Tags tags;
    private final Clock clock;
    private final long[] nanos = new long[KEPT];
    private long calls;
    private long timed;
    private long failures;
    private String lastError;
    private Instant lastErrorAt;
    private boolean forgotten;

    Figures(MeterRegistry registry, OperatorConnection connection, Clock clock) {
        this.registry = registry;
        this.tags = Tags.of("tenant", connection.tenant(), "connection", connection.name());
        this.clock = clock;
    }

    void watch(Guard guard) {
        Gauge.builder(UP, guard, each -> each.openSince() == null ? 1 : 0)
                .tags(tags)
                .register(registry);
    }

    /** The system is gone, or another is in its place: calls that end late are measured no more. */
    synchronized void forget() {
        forgotten = true;
        registry.find(CALLS).tags(tags).meters().forEach(registry::remove);
        registry.find(UP).tags(tags).meters().forEach(registry::remove);
    }

    /** A call that reached the system, or tried. @param error a code; null where it answered */
    synchronized void called(String operation, String outcome, long took, String error) {
        calls++;
        nanos[(int) (timed++ % KEPT)] = took;
        failed(error);
        meter(operation, outcome, took);
    }

    /** A call that was kept from the system. While it is left alone, the last error stays the one that led there. */
    synchronized void keptBack(String operation, String error) {
        calls++;
        if (error.equals(Guard.OPEN)) {
            failures++;
        } else {
            failed(error);
        }
        meter(operation, "kept-back", 0);
    }

    private void failed(String error) {
        if (error != null) {
            failures++;
            lastError = error;
            lastErrorAt = clock.instant();
        }
    }

    private void meter(String operation, String outcome, long took) {
        if (!forgotten) {
            registry.timer(CALLS, tags.and("operation", operation, "outcome", outcome))
                    .record(took, TimeUnit.NANOSECONDS);
        }
    }

    synchronized long calls() {
        return calls;
    }

    synchronized long failures() {
        return failures;
    }

    synchronized String lastError() {
        return lastError;
    }

    synchronized Instant lastErrorAt() {
        return lastErrorAt;
    }

    /** Null before the first. */
    synchronized Duration p95() {
        int count = (int) Math.min(timed, KEPT);
        if (count == 0) {
            return null;
        }
        long[] sorted = Arrays.copyOf(nanos, count);
        Arrays.sort(sorted);
        return Duration.ofNanos(sorted[(int) Math.ceil(count * 0.95) - 1]);
    }
}
