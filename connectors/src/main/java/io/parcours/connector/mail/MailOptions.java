package io.parcours.connector.mail;

import io.parcours.account.WrongValue;
import io.parcours.connector.web.WebOptions;
import io.parcours.conversation.Problem;
import java.time.Duration;

/**
 * How an account behaves; what is null takes its default.
 *
 * @param connectTimeout how long a connection may take (5 s); shorter than the next
 * @param responseTimeout how long one send may take in all, and one answer of the mailbox (20 s)
 * @param rate messages a second at most (10)
 * @param throttleFirst pause after the server said that there was too much (1 s); doubles each time it says so again
 * @param throttleMost the longest such pause, and the longest until a lost mailbox is opened again (60 s)
 * @param checkAgain how often at most an account that is down is asked whether it works again (30 s)
 * @param connections how many messages are handed in at once (4)
 * @param pollInterval how often a mailbox is looked into whose server cannot tell of new mail (30 s)
 * @param idleFor how long the server's word of new mail is waited for before the mailbox is opened anew (5 min)
 * @param largest megabytes of a mail that is read (10); a larger one is kept as a notice
 * @param mostAnHour mails of one sender in an hour that are acted on (30); more of them are two machines talking
 * @param allowPlain whether the password may travel unencrypted (no; a server on the same machine is always trusted)
 * @param subject of a message that answers none; null for ours in the customer's language (<code>{sender} : votre demande</code>)
 * @param choiceHint what stands below choices; null for ours in the customer's language
 */
public record MailOptions(
        Duration connectTimeout,
        Duration responseTimeout,
        Integer rate,
        Duration throttleFirst,
        Duration throttleMost,
        Duration checkAgain,
        Integer connections,
        Duration pollInterval,
        Duration idleFor,
        Integer largest,
        Integer mostAnHour,
        Boolean allowPlain,
        String subject,
        String choiceHint) {

    private static final Duration RESPONSE = Duration.ofSeconds(20);
    private static final int RATE = 10;
    /** More would be cut by whoever shows it. */
    private static final String SUBJECT = "\\P{Cntrl}{1,150}";

    private static final int LARGEST = 50;
    private static final Duration SHORTEST = Duration.ofMillis(10);

    public MailOptions {
        WebOptions web = new WebOptions(
                connectTimeout, or(responseTimeout, RESPONSE), or(rate, RATE), throttleFirst, throttleMost, checkAgain);
        connectTimeout = web.connectTimeout();
        responseTimeout = web.responseTimeout();
        rate = web.rate();
        throttleFirst = web.throttleFirst();
        throttleMost = web.throttleMost();
        checkAgain = web.checkAgain();
        connections = or(connections, 4);
        pollInterval = or(pollInterval, Duration.ofSeconds(30));
        idleFor = or(idleFor, Duration.ofMinutes(5));
        largest = or(largest, 10);
        mostAnHour = or(mostAnHour, 30);
        allowPlain = or(allowPlain, false);
        subject = subject == null ? null : subject.strip();
        choiceHint = choiceHint == null ? null : choiceHint.strip();
        require(connections > 0, "one message at least is handed in at once");
        require(
                pollInterval.compareTo(SHORTEST) >= 0 && idleFor.compareTo(SHORTEST) >= 0,
                "a mailbox is left alone for a moment between two looks");
        require(largest > 0 && largest <= LARGEST, "the largest mail that is read has 1 to " + LARGEST + " megabytes");
        require(mostAnHour > 0, "one mail an hour of a sender is acted on at least");
        if (subject != null && !subject.matches(SUBJECT)) {
            throw new WrongValue("Not options of an account: ", Problem.of("account.subject"));
        }
    }

    public static MailOptions defaults() {
        return new MailOptions(null, null, null, null, null, null, null, null, null, null, null, null, null, null);
    }

    int largestOctets() {
        return largest * 1024 * 1024;
    }

    WebOptions web() {
        return new WebOptions(connectTimeout, responseTimeout, rate, throttleFirst, throttleMost, checkAgain);
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
