package io.parcours.connector.operatordata;

import io.github.resilience4j.bulkhead.Bulkhead;
import io.github.resilience4j.bulkhead.BulkheadConfig;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig.SlidingWindowType;
import io.github.resilience4j.ratelimiter.RateLimiter;
import io.github.resilience4j.ratelimiter.RateLimiterConfig;
import io.parcours.operatordata.NotAvailable;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps a system from being asked too much, and us from waiting for one that is away: so many calls a second, so many at once,
 * and none for a while after half of the last ones failed.
 */
final class Guard {

    /** Why a call is kept back while the system is left alone. */
    static final String OPEN = "circuit-open";

    private static final Logger LOG = LoggerFactory.getLogger(Guard.class);

    /** For a screen that asks for several things at once; too short to fill our threads while a system hangs. */
    private static final Duration WAIT = Duration.ofMillis(250);

    private final CircuitBreaker breaker;
    private final Bulkhead bulkhead;
    private final RateLimiter limiter;
    private volatile Instant openSince;

    Guard(OperatorConnection connection, Clock clock) {
        OperatorOptions options = connection.options();
        String name = connection.tenant() + "/" + connection.name();
        breaker = CircuitBreaker.of(
                name,
                CircuitBreakerConfig.custom()
                        .slidingWindowType(SlidingWindowType.COUNT_BASED)
                        .slidingWindowSize(options.window())
                        .minimumNumberOfCalls(Math.max(2, options.window() / 2))
                        .failureRateThreshold(50)
                        .waitDurationInOpenState(options.openFor())
                        .permittedNumberOfCallsInHalfOpenState(1)
                        .maxWaitDurationInHalfOpenState(Duration.ofMinutes(2))
                        .clock(clock)
                        .build());
        bulkhead = Bulkhead.of(
                name,
                BulkheadConfig.custom()
                        .maxConcurrentCalls(options.concurrent())
                        .maxWaitDuration(WAIT)
                        .build());
        limiter = RateLimiter.of(
                name,
                RateLimiterConfig.custom()
                        .limitForPeriod(options.rate())
                        .limitRefreshPeriod(Duration.ofSeconds(1))
                        .timeoutDuration(Duration.ZERO)
                        .build());
        breaker.getEventPublisher().onStateTransition(event -> {
            switch (event.getStateTransition().getToState()) {
                case OPEN -> opened(connection, clock.instant());
                case CLOSED -> closed(connection);
                default -> {}
            }
        });
    }

    private void opened(OperatorConnection connection, Instant now) {
        if (openSince == null) {
            openSince = now;
            LOG.warn("{} does not answer and is left alone", connection);
        }
    }

    private void closed(OperatorConnection connection) {
        openSince = null;
        LOG.info("{} answers again", connection);
    }

    /** @throws NotAvailable where the system may not be asked now; otherwise {@link #left} is due */
    void enter() {
        if (!breaker.tryAcquirePermission()) {
            throw new NotAvailable(OPEN, null);
        }
        if (!limiter.acquirePermission()) {
            breaker.releasePermission();
            throw new NotAvailable("too-many", null);
        }
        if (!bulkhead.tryAcquirePermission()) {
            breaker.releasePermission();
            throw new NotAvailable("busy", null);
        }
    }

    /** The call itself has ended, which may be after its caller stopped waiting: until then it counts as one at once. */
    void left() {
        bulkhead.onComplete();
    }

    void answered(long nanos) {
        breaker.onSuccess(nanos, TimeUnit.NANOSECONDS);
    }

    void failed(long nanos, Throwable failure) {
        breaker.onError(nanos, TimeUnit.NANOSECONDS, failure);
    }

    /** Null while the system is asked. */
    Instant openSince() {
        return openSince;
    }
}
