package io.parcours.connector.simulator;

import java.time.Instant;
import java.util.Locale;

/**
 * One exchange of the simulated mail servers with the platform.
 *
 * @param what the command of SMTP or IMAP, or {@code mail} where one was put into the operator's mailbox
 * @param account the operator's address; empty where the login was not that far
 * @param subscriber their address; empty where nobody is concerned
 * @param messageId with its angle brackets; empty where there is none
 * @param status SMTP's reply; of IMAP 0 for OK, 1 for NO, 2 for BAD; {@link WireEvent#NO_ANSWER} where the line was cut
 */
public record MailEvent(
        Instant at,
        String what,
        boolean toPlatform,
        String account,
        String subscriber,
        String messageId,
        int status,
        String detail)
        implements WireEvent {

    public MailEvent {
        what = what.toLowerCase(Locale.ROOT);
    }

    static MailEvent asked(
            String what, String account, String subscriber, String messageId, int status, String detail) {
        return new MailEvent(Instant.now(), what, false, account, subscriber, messageId, status, detail);
    }

    @Override
    public boolean succeeded() {
        return status == 0 || status >= 200 && status < 400;
    }
}
