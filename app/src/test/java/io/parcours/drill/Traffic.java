package io.parcours.drill;

import io.parcours.connector.simulator.SmscEvent;
import io.parcours.connector.simulator.SmscEvent.Kind;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;

/** What the message centre counts: submissions by second and by answer, and deliveries that it had to repeat. */
final class Traffic {

    private final Map<Integer, LongAdder> answers = new ConcurrentHashMap<>();
    private final Map<Long, LongAdder> bySecond = new ConcurrentHashMap<>();
    private final LongAdder deferred = new LongAdder();
    private volatile Instant lastTaken = Instant.EPOCH;

    void see(SmscEvent event) {
        if (event.kind() == Kind.SUBMIT_SM) {
            answers.computeIfAbsent(event.status(), status -> new LongAdder()).increment();
            bySecond.computeIfAbsent(event.at().getEpochSecond(), second -> new LongAdder())
                    .increment();
            if (event.succeeded()) {
                lastTaken = event.at();
            }
        } else if (event.kind() == Kind.DELIVER_SM && !event.succeeded()) {
            deferred.increment();
        }
    }

    long taken() {
        return answered(0);
    }

    /** @param status the SMPP command status of the answer */
    long answered(int status) {
        return answers.getOrDefault(status, new LongAdder()).sum();
    }

    /** The most submissions in one second, whatever their answer, from then on. */
    long most(Instant from) {
        return bySecond.entrySet().stream()
                .filter(second -> second.getKey() >= from.getEpochSecond())
                .mapToLong(second -> second.getValue().sum())
                .max()
                .orElse(0);
    }

    /** Deliveries to the platform that were not taken, and therefore repeated. */
    long deferred() {
        return deferred.sum();
    }

    Instant lastTaken() {
        return lastTaken;
    }
}
