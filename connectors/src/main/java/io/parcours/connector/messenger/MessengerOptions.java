package io.parcours.connector.messenger;

import io.parcours.account.WrongValue;
import io.parcours.connector.web.WebOptions;
import io.parcours.conversation.Problem;
import java.time.Duration;

/**
 * How an account behaves; what is null takes its default.
 *
 * @param connectTimeout how long a connection may take (5 s); shorter than the next
 * @param responseTimeout how long one send may take in all (10 s)
 * @param rate messages a second at most (40; Meta grants a page 250, and fewer where it sends to many)
 * @param throttleFirst pause after Meta said that there was too much (1 s); doubles each time it says so again
 * @param throttleMost the longest such pause (60 s)
 * @param checkAgain how often at most an account that is down is asked whether it works again (30 s)
 * @param utilityMessages whether the page may send utility messages after the 24 hours, and has templates for them (no)
 * @param humanAgent whether what a person writes may leave for seven days: the app has Meta's feature <i>Human Agent</i> (no)
 * @param getStarted the payload of the page's button "Get started" (GET_STARTED)
 * @param pageName what stands after {@code m.me/} in the page's link; its id where blank
 */
public record MessengerOptions(
        Duration connectTimeout,
        Duration responseTimeout,
        Integer rate,
        Duration throttleFirst,
        Duration throttleMost,
        Duration checkAgain,
        Boolean utilityMessages,
        Boolean humanAgent,
        String getStarted,
        String pageName) {

    private static final int RATE = 40;

    public MessengerOptions {
        WebOptions web = new WebOptions(
                connectTimeout, responseTimeout, rate == null ? RATE : rate, throttleFirst, throttleMost, checkAgain);
        connectTimeout = web.connectTimeout();
        responseTimeout = web.responseTimeout();
        rate = web.rate();
        throttleFirst = web.throttleFirst();
        throttleMost = web.throttleMost();
        checkAgain = web.checkAgain();
        utilityMessages = utilityMessages != null && utilityMessages;
        humanAgent = humanAgent != null && humanAgent;
        getStarted = getStarted == null || getStarted.isBlank() ? "GET_STARTED" : getStarted.strip();
        pageName = pageName == null ? "" : pageName.strip();
        if (!pageName.matches("[A-Za-z0-9._-]{0,100}")) {
            throw new WrongValue("Not options of an account: ", Problem.of("account.pageName"));
        }
    }

    public static MessengerOptions defaults() {
        return new MessengerOptions(null, null, null, null, null, null, null, null, null, null);
    }

    WebOptions web() {
        return new WebOptions(connectTimeout, responseTimeout, rate, throttleFirst, throttleMost, checkAgain);
    }
}
