package io.parcours.connector.telephony;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The bridges of one conference, under whose lock they are opened and closed. */
final class Rooms {

    private final VoiceAccount account;
    private final Ari ari;
    private final Set<String> bridges;
    private final List<String> own = new ArrayList<>();

    /** @param bridges where the ids of all bridges in use are kept */
    Rooms(VoiceAccount account, Ari ari, Set<String> bridges) {
        this.account = account;
        this.ari = ari;
        this.bridges = bridges;
    }

    /** Waits for the exchange. @throws IllegalStateException where it makes no room */
    String open() {
        String id = Ids.next(account, "bridge");
        bridges.add(id);
        own.add(id);
        AriAnswer answer = ari.post("bridge", "/bridges/" + Ari.encoded(id), Map.of("type", "mixing"))
                .join();
        if (!answer.done()) {
            close(id);
            throw new IllegalStateException("The exchange makes no room for the conversation: " + answer);
        }
        return id;
    }

    /** Whoever is not let in is hung up: nobody is to listen into nothing. */
    void join(String room, Leg leg) {
        join(room, leg.channel(), leg::cancel);
    }

    void join(String room, String channel, Runnable refused) {
        ari.post("join", "/bridges/" + Ari.encoded(room) + "/addChannel", Map.of("channel", channel))
                .thenAccept(answer -> {
                    if (!answer.done()) {
                        refused.run();
                    }
                });
    }

    void close(String room) {
        own.remove(room);
        bridges.remove(room);
        ari.delete("unbridge", "/bridges/" + Ari.encoded(room), Map.of());
    }

    void closeAll() {
        List.copyOf(own).forEach(this::close);
    }
}
