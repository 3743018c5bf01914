package io.parcours.connector.simulator;

import java.time.Instant;
import java.util.Locale;

/**
 * One exchange of the simulated WhatsApp with the platform.
 *
 * @param toPlatform whether WhatsApp began it
 * @param phoneNumberId the business number; empty where a request named none that exists
 * @param subscriber number in digits or user id; empty where nobody is concerned
 * @param messageId WhatsApp's; empty where there is none
 * @param status of HTTP; {@link WireEvent#NO_ANSWER} stands for no answer at all
 */
public record WhatsAppEvent(
        Instant at,
        Kind kind,
        boolean toPlatform,
        String phoneNumberId,
        String subscriber,
        String messageId,
        int status,
        String detail)
        implements WireEvent {

    /** What was exchanged. */
    public enum Kind {
        POST,
        GET,
        WEBHOOK,
        HANDSHAKE
    }

    @Override
    public String what() {
        return kind.name().toLowerCase(Locale.ROOT);
    }

    @Override
    public String account() {
        return phoneNumberId;
    }

    @Override
    public boolean succeeded() {
        return status / 100 == 2;
    }
}
