package io.parcours.connector.whatsapp;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/** Gives out places an even distance apart. What nobody took is not saved up. */
final class Pace {

    private final Clock clock;
    private final Duration distance;
    private Instant next = Instant.EPOCH;

    Pace(int perSecond, Clock clock) {
        this.clock = clock;
        this.distance = Duration.ofSeconds(1).dividedBy(perSecond);
    }

    /** @return how long until the place that is now taken */
    synchronized Duration take() {
        Instant now = clock.instant();
        Instant place = next.isAfter(now) ? next : now;
        next = place.plus(distance);
        return Duration.between(now, place);
    }
}
