package io.parcours.connector.simulator;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;

/** Makes a mail of what somebody wants to write. */
interface Making {

    MimeMessage make() throws MessagingException;

    /** @throws IllegalArgumentException where it is none that can be written */
    static MimeMessage of(Making making) {
        try {
            return making.make();
        } catch (MessagingException wrong) {
            throw new IllegalArgumentException("Not a mail that can be written", wrong);
        }
    }
}
