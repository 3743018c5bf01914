package io.parcours.connector.simulator;

import java.time.Instant;
import java.util.Locale;

/**
 * One exchange of the simulated Messenger with the platform.
 *
 * @param toPlatform whether Messenger began it
 * @param pageId empty where a request named none that exists
 * @param subscriber their id for the page; empty where nobody is concerned
 * @param messageId Messenger's; empty where there is none
 * @param status of HTTP; {@link WireEvent#NO_ANSWER} stands for no answer at all
 */
public record MessengerEvent(
        Instant at,
        Kind kind,
        boolean toPlatform,
        String pageId,
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
        return pageId;
    }

    @Override
    public boolean succeeded() {
        return status / 100 == 2;
    }
}
