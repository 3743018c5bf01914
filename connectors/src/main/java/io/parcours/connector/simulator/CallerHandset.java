package io.parcours.connector.simulator;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A subscriber's telephone: calls, is called, presses keys, hears, hangs up. One call at a time. */
public final class CallerHandset {

    private final ExchangeFloor floor;
    private final HeardSounds sounds;
    private final Map<String, String> lines;
    private final String number;
    private volatile SimChannel channel;
    private volatile Instant since;

    CallerHandset(ExchangeFloor floor, HeardSounds sounds, Map<String, String> lines, String number) {
        this.floor = floor;
        this.sounds = sounds;
        this.lines = lines;
        this.number = number;
    }

    /** Where the telephone stands. */
    public enum State {
        IDLE,
        RINGING,
        TALKING
    }

    /**
     * Calls a number of the operator.
     *
     * @return false where the call is refused: nobody takes calls there now
     */
    public boolean call(String dialled) {
        if (state() != State.IDLE) {
            throw new IllegalStateException("The telephone is in a call");
        }
        String application = lines.get(dialled);
        synchronized (floor) {
            if (application == null || !floor.connected(application)) {
                return false;
            }
            SimChannel calling =
                    new SimChannel(floor.nextId(), floor.nextName("PJSIP/trunk"), number, dialled, application, false);
            floor.add(calling);
            takeUp(calling);
            floor.stasisStart(calling, "inbound," + dialled);
            return true;
        }
    }

    /** @param keys 0 to 9, * and #; one after the other */
    public void press(String keys) {
        for (char key : keys.toCharArray()) {
            if ("0123456789*#".indexOf(key) < 0) {
                throw new IllegalArgumentException("No key of a telephone: " + key);
            }
            synchronized (floor) {
                if (state() != State.TALKING) {
                    return;
                }
                Map<String, Object> event = ExchangeFloor.event("ChannelDtmfReceived");
                event.put("digit", String.valueOf(key));
                event.put("duration_ms", 120);
                floor.about(channel, event);
            }
        }
    }

    /** Ends the call, or declines the one that rings. */
    public void hangUp() {
        SimChannel talking = channel;
        if (talking == null) {
            return;
        }
        if (talking.outbound && !talking.state.equals("Up")) {
            talking.onDecline.run();
        } else {
            floor.end(talking, false);
        }
    }

    /** Somebody calls; it rings here unless the telephone is in a call. */
    void isCalled(SimChannel calling) {
        synchronized (floor) {
            if (state() == State.IDLE) {
                takeUp(calling);
            }
        }
    }

    private void takeUp(SimChannel call) {
        if (channel != null) {
            sounds.forget(channel);
        }
        call.atHandset = true;
        channel = call;
        since = Instant.now();
    }

    public State state() {
        SimChannel now = channel;
        synchronized (floor) {
            if (now == null || now.destroyed) {
                return State.IDLE;
            }
            return now.state.equals("Up") ? State.TALKING : State.RINGING;
        }
    }

    /** Of the call that is up; zero where none is. */
    public Duration duration() {
        return state() == State.IDLE ? Duration.ZERO : Duration.between(since, Instant.now());
    }

    /** The id of the last call at the exchange; empty before the first. */
    public String callId() {
        SimChannel last = channel;
        return last == null ? "" : last.id;
    }

    /** What was played in the last call, oldest first. */
    public List<Heard> heard() {
        SimChannel last = channel;
        synchronized (floor) {
            return last == null ? List.of() : List.copyOf(last.heard);
        }
    }

    /** A WAV file of what was played here; empty where there was nothing to hear, where it is too long ago, and from the next call on. */
    public Optional<byte[]> sound(Heard played) {
        return sounds.find(channel, played);
    }
}
