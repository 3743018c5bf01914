package io.parcours.connector.simulator;

import java.time.Instant;

/**
 * A text as the subscriber's handset shows it: whole, however many short messages carried it.
 *
 * @param systemId the platform's account that it went to or came from
 * @param msisdn the subscriber, in E.164 with its plus sign
 * @param other the number or name at the platform's end
 * @param fromSubscriber whether the subscriber wrote it
 * @param parts how many short messages carried it
 * @param state of what the subscriber wrote: whether the platform has taken it; of what came: that it is shown
 */
public record SimulatedSms(
        long number,
        Instant at,
        String systemId,
        String msisdn,
        String other,
        boolean fromSubscriber,
        String text,
        int parts,
        State state) {

    /** Where a text is. */
    public enum State {
        WAITING,
        TAKEN,
        GIVEN_UP,
        SHOWN
    }

    SimulatedSms in(State now) {
        return new SimulatedSms(number, at, systemId, msisdn, other, fromSubscriber, text, parts, now);
    }
}
