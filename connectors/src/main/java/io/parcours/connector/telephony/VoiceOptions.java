package io.parcours.connector.telephony;

import java.time.Duration;

/**
 * How an account behaves; what is null takes its default.
 *
 * @param commandTimeout how long one command to the exchange may take in all (5 s)
 * @param reconnectFirst pause after the first failure to connect (500 ms); doubles each time
 * @param reconnectMost the longest such pause (30 s)
 * @param afterReplaced how long the account stays away after another program took its application's name (5 min)
 * @param ping how often the exchange is asked for a sign of life (10 s); without one until the next, the connection is given up
 * @param firstKey how long a caller may think before the first key (7 s); then the question is repeated once
 * @param betweenKeys the pause after which what was keyed counts as all (3 s)
 * @param idle how long a call stays open without anything to say or to hear (20 s)
 * @param silence whether a text that nothing can speak is played as silence, for a demo; else it leaves by the next channel
 */
public record VoiceOptions(
        Duration commandTimeout,
        Duration reconnectFirst,
        Duration reconnectMost,
        Duration afterReplaced,
        Duration ping,
        Duration firstKey,
        Duration betweenKeys,
        Duration idle,
        Boolean silence) {

    public VoiceOptions {
        commandTimeout = positive(commandTimeout, Duration.ofSeconds(5));
        reconnectFirst = positive(reconnectFirst, Duration.ofMillis(500));
        reconnectMost = positive(reconnectMost, Duration.ofSeconds(30));
        afterReplaced = positive(afterReplaced, Duration.ofMinutes(5));
        ping = positive(ping, Duration.ofSeconds(10));
        firstKey = positive(firstKey, Duration.ofSeconds(7));
        betweenKeys = positive(betweenKeys, Duration.ofSeconds(3));
        idle = positive(idle, Duration.ofSeconds(20));
        silence = silence != null && silence;
        if (reconnectFirst.compareTo(reconnectMost) > 0) {
            throw wrong("the first pause is not longer than the longest");
        }
    }

    public static VoiceOptions defaults() {
        return new VoiceOptions(null, null, null, null, null, null, null, null, null);
    }

    /** With other patience for calls in which nothing is said or heard: for callers who are to be taken by an agent. */
    public VoiceOptions idling(Duration patience) {
        return new VoiceOptions(
                commandTimeout,
                reconnectFirst,
                reconnectMost,
                afterReplaced,
                ping,
                firstKey,
                betweenKeys,
                patience,
                silence);
    }

    public VoiceOptions silent() {
        return new VoiceOptions(
                commandTimeout, reconnectFirst, reconnectMost, afterReplaced, ping, firstKey, betweenKeys, idle, true);
    }

    private static Duration positive(Duration given, Duration otherwise) {
        Duration value = given == null ? otherwise : given;
        if (value.toMillis() <= 0) {
            throw wrong("timeouts and pauses are longer than nothing");
        }
        return value;
    }

    private static IllegalArgumentException wrong(String reason) {
        return new IllegalArgumentException("Not options of a voice account: " + reason);
    }
}
