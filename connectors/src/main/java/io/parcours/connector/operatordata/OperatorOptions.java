package io.parcours.connector.operatordata;

import java.time.Duration;

/**
 * How gently a system is treated; what is null takes its default.
 *
 * @param concurrent calls at once at most, and connections to a database (4: half of the threads on which journeys run); one more
 *     waits for a quarter of a second
 * @param rate calls a second at most (200)
 * @param cached answers kept at most (1000)
 * @param connectTimeout how long a connection may take (2 s)
 * @param window how many of the last calls tell whether the system works (10); half of them failing close the way
 * @param openFor how long a system that failed is left alone before one call tries again (30 s)
 */
public record OperatorOptions(
        Integer concurrent, Integer rate, Integer cached, Duration connectTimeout, Integer window, Duration openFor) {

    /** @throws IllegalArgumentException saying what is wrong */
    public OperatorOptions {
        concurrent = or(concurrent, 4);
        rate = or(rate, 200);
        cached = or(cached, 1000);
        connectTimeout = or(connectTimeout, Duration.ofSeconds(2));
        window = or(window, 10);
        openFor = or(openFor, Duration.ofSeconds(30));
        require(concurrent > 0 && rate > 0, "calls at once and calls a second are 1 at least");
        require(cached >= 0, "answers kept are 0 at least");
        require(window >= 2, "the window has 2 calls at least");
        require(connectTimeout.toMillis() >= 250, "the connect timeout is 250 ms at least");
        require(openFor.toMillis() >= 1, "a system that failed is left alone for a moment");
    }

    public static OperatorOptions defaults() {
        return new OperatorOptions(null, null, null, null, null, null);
    }

    private static void require(boolean met, String otherwise) {
        if (!met) {
            throw new IllegalArgumentException("Not options of an operator's system: " + otherwise);
        }
    }

    private static <T> T or(T value, T otherwise) {
        return value == null ? otherwise : value;
    }
}
