package io.parcours.connector.telephony;

import io.parcours.telephony.Answerer;
import io.parcours.telephony.CallEnd;
import io.parcours.telephony.CallEvents;
import io.parcours.telephony.CallOutcome;
import io.parcours.telephony.CallRequest;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;

/** A call that an agent makes: the agent's telephone first, then the other's; once both are there, a conference as any other. */
final class Dialled {

    private static final Duration AGENT_RINGS = Duration.ofSeconds(30);

    private final Ari ari;
    private final Legs legs;
    private final CallRequest request;
    private final String id;
    private final CallEvents agentSide;
    private final CallEvents calledSide;
    private final Function<Dialled, Conference> rooms;
    private final Consumer<Dialled> over;
    private Leg agent;
    private Leg called;
    private Conference conference;
    private boolean given;
    private boolean told;

    /** @param rooms makes the conference when both are there; @param over told once, when nobody is there any more */
    Dialled(
            Ari ari,
            Legs legs,
            CallRequest request,
            CallEvents agentSide,
            CallEvents calledSide,
            Function<Dialled, Conference> rooms,
            Consumer<Dialled> over) {
        this.ari = ari;
        this.legs = legs;
        this.request = request;
        this.id = legs.newId();
        this.agentSide = agentSide;
        this.calledSide = calledSide;
        this.rooms = rooms;
        this.over = over;
    }

    /** By which it is asked for; the channel of the one who is called. */
    String id() {
        return id;
    }

    synchronized Optional<Conference> conference() {
        return Optional.ofNullable(conference);
    }

    /** @throws IllegalStateException where there is nothing to call by */
    synchronized void begin(String place) {
        legs.endpoint(request.target());
        agent = legs.call(place, AGENT_RINGS, false, new CallEvents() {
            @Override
            public void ringing() {
                agentSide.ringing();
            }

            @Override
            public void answered(Answerer answerer) {
                agentSide.answered(answerer);
                callTheOther();
            }

            @Override
            public void ended(CallEnd end) {
                agentSide.ended(end);
                agentLeft();
            }
        });
    }

    /** Ends it in whatever state it is. The agent's end follows the other's: alone it would be taken for the agent's own. */
    synchronized void cancel() {
        given = true;
        if (called == null) {
            agent.cancel();
        } else {
            called.cancel();
        }
    }

    private synchronized void callTheOther() {
        if (given) {
            return;
        }
        ari.ring(agent.channel());
        called = legs.call(id, request.target(), request.rings(), request.detectMachine(), new CallEvents() {
            @Override
            public void ringing() {
                calledSide.ringing();
            }

            @Override
            public void answered(Answerer answerer) {
                if (together()) {
                    calledSide.answered(answerer);
                } else {
                    calledLeft(new CallEnd(CallOutcome.OUR_SIDE, 0, 0, true));
                    cancel();
                }
            }

            @Override
            public void ended(CallEnd end) {
                calledLeft(end);
            }
        });
    }

    /** @return false where the exchange makes no room for them */
    private synchronized boolean together() {
        if (given) {
            return true;
        }
        ari.delete("ring", Ari.channel(agent.channel()) + "/ring", Map.of());
        try {
            conference = rooms.apply(this);
        } catch (IllegalStateException noRoom) {
            return false;
        }
        conference.admit();
        conference.adopt(agent);
        return true;
    }

    private void agentLeft() {
        Optional<Conference> room;
        synchronized (this) {
            room = conference();
            if (room.isEmpty()) {
                given = true;
                if (called != null) {
                    called.cancel();
                }
            }
        }
        room.ifPresent(conferred -> conferred.left(agent));
        if (room.isEmpty() && notCalled()) {
            calledLeft(new CallEnd(CallOutcome.CANCELLED, 0, 0, false));
        }
    }

    private synchronized boolean notCalled() {
        return called == null;
    }

    private void calledLeft(CallEnd end) {
        Optional<Conference> room;
        synchronized (this) {
            if (told) {
                return;
            }
            told = true;
            given = true;
            room = conference();
        }
        calledSide.ended(end);
        room.ifPresentOrElse(Conference::close, agent::cancel);
        over.accept(this);
    }
}
