package io.parcours.connector.telephony;

import io.parcours.telephony.Supervision;
import java.util.HashMap;
import java.util.Map;

/** Where supervisors hear an agent, and may whisper to them: a room of their own with an ear at the agent's channel. */
final class Booths {

    private final Rooms rooms;
    private final Legs legs;
    private final Map<Leg, Booth> booths = new HashMap<>();

    Booths(Rooms rooms, Legs legs) {
        this.rooms = rooms;
        this.legs = legs;
    }

    private record Booth(String room, Leg ear) {}

    /** @throws IllegalStateException where the exchange makes no room */
    void open(String heard, Leg supervisor, Supervision how) {
        String room = rooms.open();
        rooms.join(room, supervisor);
        String whisper = how == Supervision.WHISPER ? "out" : "none";
        Leg ear = legs.snoop(heard, whisper, channel -> rooms.join(room, channel, supervisor::cancel));
        booths.put(supervisor, new Booth(room, ear));
    }

    /** Nothing where the leg is no supervisor's in a booth. */
    void close(Leg supervisor) {
        Booth booth = booths.remove(supervisor);
        if (booth != null) {
            booth.ear().cancel();
            rooms.close(booth.room());
        }
    }

    void closeAll() {
        Map.copyOf(booths).keySet().forEach(this::close);
    }
}
