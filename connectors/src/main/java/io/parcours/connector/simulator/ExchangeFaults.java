package io.parcours.connector.simulator;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/** How the simulated exchange behaves, and misbehaves; every setting holds from the next command on. */
public final class ExchangeFaults {

    private final AtomicInteger refusals = new AtomicInteger();
    private final Map<String, CalledParty> called = new ConcurrentHashMap<>();
    private volatile int refusal;
    private volatile String refusedKind = ".*";
    private volatile String heldBackKind = "";
    private volatile Duration heldBack = Duration.ZERO;
    volatile Duration answerDelay = Duration.ZERO;
    volatile Duration playback;
    volatile Duration rings = Duration.ofMillis(300);
    volatile boolean locked;

    ExchangeFaults() {}

    /** The next commands are refused, before anybody looks at them. */
    public void refuseNext(int commands, int httpStatus) {
        refuseNext(commands, httpStatus, ".*");
    }

    /** The next commands of this kind alone are refused. @param kind a pattern of method and path */
    public void refuseNext(int commands, int httpStatus, String kind) {
        refusedKind = kind;
        refusal = httpStatus;
        refusals.set(commands);
    }

    /** Commands of this kind are obeyed only after this time. @param kind a pattern of method and path */
    public void holdBack(String kind, Duration time) {
        heldBack = time;
        heldBackKind = kind;
    }

    /** Every command is answered after this time. */
    public void answerAfter(Duration delay) {
        answerDelay = delay;
    }

    /** Every prompt lasts this long; null for as long as its audio. */
    public void playbacksLast(Duration each) {
        playback = each;
    }

    /** How long it rings before somebody answers. */
    public void ringsFor(Duration each) {
        rings = each;
    }

    /** What happens when this number is called; the digits, or an endpoint's name. */
    public void whenCalled(String number, CalledParty party) {
        called.put(number, party);
    }

    /** No event connection is taken while this holds. */
    public void lock(boolean closed) {
        locked = closed;
    }

    CalledParty party(String number) {
        return called.getOrDefault(number, CalledParty.ANSWERS);
    }

    Duration heldBack(String command) {
        return command.matches(heldBackKind) ? heldBack : answerDelay;
    }

    /** @return 0 where the command is not refused */
    int refuses(String command) {
        if (!command.matches(refusedKind)) {
            return 0;
        }
        return refusals.getAndUpdate(left -> Math.max(0, left - 1)) > 0 ? refusal : 0;
    }
}
