package io.parcours.connector.whatsapp;

import java.time.Duration;

/**
 * How an account behaves; what is null takes its default.
 *
 * @param connectTimeout how long a connection may take (5 s); shorter than the next
 * @param responseTimeout how long one send may take in all (10 s)
 * @param rate messages a second at most (80, what Meta grants a number to begin with)
 * @param throttleFirst pause after Meta said that there was too much (1 s); doubles each time it says so again
 * @param throttleMost the longest such pause (60 s)
 * @param checkAgain how often at most an account that is down is asked whether it works again (30 s)
 * @param listLabel what is written on the button that opens a list (Choisir)
 */
public record WhatsAppOptions(
        Duration connectTimeout,
        Duration responseTimeout,
        Integer rate,
        Duration throttleFirst,
        Duration throttleMost,
        Duration checkAgain,
        String listLabel) {

    private static final int LONGEST_LABEL = 20;

    public WhatsAppOptions {
        connectTimeout = or(connectTimeout, Duration.ofSeconds(5));
        responseTimeout = or(responseTimeout, Duration.ofSeconds(10));
        rate = or(rate, 80);
        throttleFirst = or(throttleFirst, Duration.ofSeconds(1));
        throttleMost = or(throttleMost, Duration.ofSeconds(60));
        checkAgain = or(checkAgain, Duration.ofSeconds(30));
        listLabel = or(listLabel, "Choisir").strip();
        require(rate > 0, "the rate is the number of messages a second, 1 at least");
        require(
                connectTimeout.compareTo(responseTimeout) < 0,
                "the connect timeout is shorter than the response timeout");
        require(positive(connectTimeout) && positive(throttleFirst), "timeouts and pauses are longer than nothing");
        require(throttleFirst.compareTo(throttleMost) <= 0, "the first pause is not longer than the longest");
        require(checkAgain.compareTo(Duration.ofMillis(10)) >= 0, "an account that is down is left alone for a moment");
        require(!listLabel.isEmpty() && listLabel.length() <= LONGEST_LABEL, "the list's label has 1 to 20 characters");
    }

    public static WhatsAppOptions defaults() {
        return new WhatsAppOptions(null, null, null, null, null, null, null);
    }

    private static boolean positive(Duration duration) {
        return !duration.isNegative() && !duration.isZero();
    }

    private static void require(boolean met, String otherwise) {
        if (!met) {
            throw new IllegalArgumentException("Not options of a WhatsApp account: " + otherwise);
        }
    }

    private static <T> T or(T value, T otherwise) {
        return value == null ? otherwise : value;
    }
}
