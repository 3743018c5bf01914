package io.parcours.connector.telegram;

import io.parcours.connector.web.WebOptions;
import java.time.Duration;

/**
 * How an account behaves; what is null takes its default.
 *
 * @param connectTimeout how long a connection may take (5 s); shorter than the next
 * @param responseTimeout how long one send may take in all (10 s)
 * @param rate messages a second at most (30, what Telegram grants a bot)
 * @param throttleFirst pause after Telegram said that there was too much without saying for how long (1 s); doubles each time
 * @param throttleMost the longest such pause (60 s)
 * @param checkAgain how often at most an account that is down is asked whether it works again (30 s)
 * @param pollTimeout where updates are fetched, how long Telegram waits for one before it answers that there is none (25 s)
 * @param askNumber whether people who come without an invitation of ours are offered to share their telephone number (yes)
 * @param greeting what is answered to who presses "Start"; null for ours in the person's language, blank for nothing
 */
public record TelegramOptions(
        Duration connectTimeout,
        Duration responseTimeout,
        Integer rate,
        Duration throttleFirst,
        Duration throttleMost,
        Duration checkAgain,
        Duration pollTimeout,
        Boolean askNumber,
        String greeting) {

    private static final int RATE = 30;
    private static final int LONGEST_GREETING = 1_000;
    private static final Duration LONGEST_POLL = Duration.ofSeconds(50);

    public TelegramOptions {
        WebOptions web = new WebOptions(
                connectTimeout, responseTimeout, rate == null ? RATE : rate, throttleFirst, throttleMost, checkAgain);
        connectTimeout = web.connectTimeout();
        responseTimeout = web.responseTimeout();
        rate = web.rate();
        throttleFirst = web.throttleFirst();
        throttleMost = web.throttleMost();
        checkAgain = web.checkAgain();
        pollTimeout = pollTimeout == null ? Duration.ofSeconds(25) : pollTimeout;
        askNumber = askNumber == null || askNumber;
        require(
                !pollTimeout.isNegative() && pollTimeout.compareTo(LONGEST_POLL) <= 0,
                "Telegram waits 50 seconds at most for an update");
        require(
                greeting == null || greeting.length() <= LONGEST_GREETING,
                "a greeting has " + LONGEST_GREETING + " characters at most");
    }

    public static TelegramOptions defaults() {
        return new TelegramOptions(null, null, null, null, null, null, null, null, null);
    }

    WebOptions web() {
        return new WebOptions(connectTimeout, responseTimeout, rate, throttleFirst, throttleMost, checkAgain);
    }

    private static void require(boolean met, String otherwise) {
        if (!met) {
            throw new IllegalArgumentException("Not options of an account: " + otherwise);
        }
    }
}
