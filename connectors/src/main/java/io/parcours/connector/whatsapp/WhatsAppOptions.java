package io.parcours.connector.whatsapp;

import io.parcours.connector.web.WebOptions;
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

    private static final int RATE = 80;
    private static final int LONGEST_LABEL = 20;

    public WhatsAppOptions {
        WebOptions web = new WebOptions(
                connectTimeout, responseTimeout, rate == null ? RATE : rate, throttleFirst, throttleMost, checkAgain);
        connectTimeout = web.connectTimeout();
        responseTimeout = web.responseTimeout();
        rate = web.rate();
        throttleFirst = web.throttleFirst();
        throttleMost = web.throttleMost();
        checkAgain = web.checkAgain();
        listLabel = listLabel == null ? "Choisir" : listLabel.strip();
        if (listLabel.isEmpty() || listLabel.length() > LONGEST_LABEL) {
            throw new IllegalArgumentException("Not options of an account: the list's label has 1 to 20 characters");
        }
    }

    public static WhatsAppOptions defaults() {
        return new WhatsAppOptions(null, null, null, null, null, null, null);
    }

    WebOptions web() {
        return new WebOptions(connectTimeout, responseTimeout, rate, throttleFirst, throttleMost, checkAgain);
    }
}
