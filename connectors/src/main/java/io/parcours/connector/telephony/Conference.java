package io.parcours.connector.telephony;

import io.parcours.telephony.Answerer;
import io.parcours.telephony.CallEnd;
import io.parcours.telephony.CallEvents;
import io.parcours.telephony.Supervision;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;

/**
 * A caller with an agent in a bridge, and whoever joins them. Transfers are made by swapping who is in which bridge. When
 * the agent's part is over the caller's script goes on; when the caller is gone everything of it is removed.
 */
final class Conference {

    private static final Duration RINGS = Duration.ofSeconds(30);

    private final Ari ari;
    private final Legs legs;
    private final Rooms rooms;
    private final Booths booths;
    private final String caller;
    private final Runnable over;
    private final String bridge;
    private final List<Leg> guests = new ArrayList<>();
    private Leg agent;
    private Leg consulted;
    private String aside;
    private boolean closed;

    /**
     * @param bridges where ids of bridges in use are kept
     * @param over told when no agent is there any more
     * @throws IllegalStateException where the exchange makes no room
     */
    Conference(VoiceAccount account, Ari ari, Legs legs, Set<String> bridges, String caller, Runnable over) {
        this.ari = ari;
        this.legs = legs;
        this.rooms = new Rooms(account, ari, bridges);
        this.booths = new Booths(rooms, legs);
        this.caller = caller;
        this.over = over;
        this.bridge = rooms.open();
    }

    /** Lets the caller in; one who cannot be let in goes on without an agent. */
    void admit() {
        rooms.join(bridge, caller, this::end);
    }

    synchronized String connect(String target, CallEvents events) {
        checkOpen();
        music(true);
        agent = call(target, events, this::arrived);
        return agent.channel();
    }

    /** Takes in an agent who is on the telephone already; whoever called them tells when they leave. */
    synchronized void adopt(Leg there) {
        agent = there;
        rooms.join(bridge, there);
    }

    /** The agent's part ends at once; the caller waits until the other one answers. */
    synchronized String transfer(String target, CallEvents events) {
        Leg before = agent;
        String next = connect(target, events);
        dismissGuests();
        if (before != null) {
            before.cancel();
        }
        return next;
    }

    synchronized String consult(String target, CallEvents events) {
        checkOpen();
        if (agent == null || consulted != null) {
            throw new IllegalStateException("There is no agent who could consult somebody now");
        }
        legs.endpoint(target);
        aside = rooms.open();
        music(true);
        rooms.join(aside, agent);
        consulted = call(target, events, this::arrived);
        return consulted.channel();
    }

    synchronized void complete() {
        if (consulted == null) {
            throw new IllegalStateException("Nobody is consulted");
        }
        Leg before = agent;
        handOver();
        before.cancel();
    }

    synchronized void cancelConsultation() {
        if (consulted == null) {
            return;
        }
        Leg out = consulted;
        consulted = null;
        out.cancel();
        backToCaller();
    }

    synchronized String supervise(String target, Supervision how, CallEvents events) {
        checkOpen();
        if (agent == null) {
            throw new IllegalStateException("There is no agent to listen to");
        }
        String heard = agent.channel();
        Leg supervisor = call(target, events, leg -> {
            if (how == Supervision.BARGE) {
                rooms.join(bridge, leg);
            } else {
                booths.open(heard, leg, how);
            }
        });
        guests.add(supervisor);
        return supervisor.channel();
    }

    synchronized CompletionStage<Boolean> record(String name) {
        return ari.post(
                        "record",
                        "/bridges/" + Ari.encoded(bridge) + "/record",
                        Map.of("name", name, "format", "wav", "ifExists", "fail"))
                .thenApply(AriAnswer::done);
    }

    /** Whoever answers may meanwhile be meant for another room than when they were called. */
    private void arrived(Leg leg) {
        if (leg == agent) {
            music(false);
            rooms.join(bridge, leg);
        } else if (leg == consulted) {
            rooms.join(aside, leg);
        }
    }

    /** The one consulted is the agent from now on; one who has not answered yet joins the caller when they do. */
    private void handOver() {
        agent = consulted;
        consulted = null;
        dismissGuests();
        if (agent.up()) {
            arrived(agent);
        }
        closeAside();
    }

    /** A supervisor listened to an agent who is not there any more. */
    private void dismissGuests() {
        List.copyOf(guests).forEach(Leg::cancel);
    }

    private void checkOpen() {
        if (closed) {
            throw new IllegalStateException("The conversation is over");
        }
    }

    /** The caller is gone, or speaks with nobody any more. @return false where it was closed before */
    synchronized boolean close() {
        if (closed) {
            return false;
        }
        closed = true;
        guests.forEach(Leg::cancel);
        booths.closeAll();
        if (agent != null) {
            agent.cancel();
        }
        if (consulted != null) {
            consulted.cancel();
        }
        rooms.closeAll();
        return true;
    }

    /** Set under the lock; whoever is told of the call looks under the lock as well. */
    private final class Called {
        private Leg leg;

        private Leg leg() {
            synchronized (Conference.this) {
                return leg;
            }
        }
    }

    private Leg call(String target, CallEvents events, Consumer<Leg> onAnswer) {
        Called called = new Called();
        called.leg = legs.call(target, RINGS, false, new CallEvents() {
            @Override
            public void ringing() {
                events.ringing();
            }

            @Override
            public void answered(Answerer answerer) {
                if (letIn(called, onAnswer)) {
                    events.answered(answerer);
                }
            }

            @Override
            public void ended(CallEnd end) {
                left(called.leg());
                events.ended(end);
            }
        });
        return called.leg;
    }

    /** @return false where there is no room for them, and they are hung up */
    private synchronized boolean letIn(Called who, Consumer<Leg> onAnswer) {
        try {
            onAnswer.accept(who.leg);
            return true;
        } catch (IllegalStateException noRoom) {
            who.leg.cancel();
            return false;
        }
    }

    /** Whoever took part has hung up. */
    void left(Leg leg) {
        boolean alone;
        synchronized (this) {
            if (closed) {
                return;
            }
            guests.remove(leg);
            booths.close(leg);
            if (leg == consulted) {
                consulted = null;
                backToCaller();
            }
            alone = leg == agent;
            if (alone && consulted != null) {
                // The agent left the two to each other.
                handOver();
                alone = false;
            }
        }
        if (alone) {
            end();
        }
    }

    /** Once: the caller may have another agent by the time at which the exchange answers. */
    private void end() {
        if (close()) {
            music(false);
            over.run();
        }
    }

    private void backToCaller() {
        music(false);
        rooms.join(bridge, agent);
        closeAside();
    }

    private void closeAside() {
        rooms.close(aside);
        aside = null;
    }

    private void music(boolean on) {
        String path = Ari.channel(caller) + "/moh";
        if (on) {
            ari.post("music", path, Map.of());
        } else {
            ari.delete("music", path, Map.of());
        }
    }
}
