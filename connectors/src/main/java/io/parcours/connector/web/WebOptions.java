package io.parcours.connector.web;

import io.parcours.account.WrongValue;
import io.parcours.conversation.Problem;
import java.time.Duration;

/**
 * How an account behaves; what is null takes its default.
 *
 * @param connectTimeout how long a connection may take (5 s); shorter than the next
 * @param responseTimeout how long one send may take in all (10 s)
 * @param rate messages a second at most (30)
 * @param throttleFirst pause after the provider said that there was too much (1 s); doubles each time it says so again
 * @param throttleMost the longest such pause (60 s)
 * @param checkAgain how often at most an account that is down is asked whether it works again (30 s)
 */
public record WebOptions(
        Duration connectTimeout,
        Duration responseTimeout,
        Integer rate,
        Duration throttleFirst,
        Duration throttleMost,
        Duration checkAgain) {

    private static final int RATE = 30;

    /** @throws IllegalArgumentException saying what is wrong */
    public WebOptions {
        connectTimeout = or(connectTimeout, Duration.ofSeconds(5));
        responseTimeout = or(responseTimeout, Duration.ofSeconds(10));
        rate = or(rate, RATE);
        throttleFirst = or(throttleFirst, Duration.ofSeconds(1));
        throttleMost = or(throttleMost, Duration.ofSeconds(60));
        checkAgain = or(checkAgain, Duration.ofSeconds(30));
        if (rate < 1) {
            throw new WrongValue("Not options of an account: ", Problem.of("account.rate"));
        }
        require(
                connectTimeout.compareTo(responseTimeout) < 0,
                "the connect timeout is shorter than the response timeout");
        require(positive(connectTimeout) && positive(throttleFirst), "timeouts and pauses are longer than nothing");
        require(throttleFirst.compareTo(throttleMost) <= 0, "the first pause is not longer than the longest");
        require(checkAgain.compareTo(Duration.ofMillis(10)) >= 0, "an account that is down is left alone for a moment");
    }

    public static WebOptions defaults() {
        return new WebOptions(null, null, null, null, null, null);
    }

    private static boolean positive(Duration duration) {
        return !duration.isNegative() && !duration.isZero();
    }

    private static void require(boolean met, String otherwise) {
        if (!met) {
            throw new IllegalArgumentException("Not options of an account: " + otherwise);
        }
    }

    private static <T> T or(T value, T otherwise) {
        return value == null ? otherwise : value;
    }
}
