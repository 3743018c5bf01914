package io.parcours.connector.simulator;

import java.time.Instant;

/**
 * One exchange of the simulated telephone exchange with the platform: a command, or an event on the platform's connection.
 *
 * @param what the command's method and path, or the event's type
 * @param account the application
 * @param subscriber the caller's or called number; empty where nobody is concerned
 * @param messageId the channel's, playback's or bridge's id; empty where there is none
 * @param status of HTTP; 0 for an event that was told, {@link WireEvent#NO_ANSWER} for one that nobody listened to
 */
public record ExchangeEvent(
        Instant at,
        String what,
        boolean toPlatform,
        String account,
        String subscriber,
        String messageId,
        int status,
        String detail)
        implements WireEvent {

    @Override
    public boolean succeeded() {
        return status == 0 || status / 100 == 2;
    }
}
