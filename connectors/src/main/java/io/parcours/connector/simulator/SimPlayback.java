package io.parcours.connector.simulator;

import java.util.Map;

/** One playback of the simulated exchange: one or several sounds after each other. */
final class SimPlayback {

    final String id;
    final SimChannel channel;
    final String[] media;
    int at;
    boolean over;

    SimPlayback(String id, SimChannel channel, String media) {
        this.id = id;
        this.channel = channel;
        this.media = media.split(",");
    }

    String playing() {
        return media[at];
    }

    Map<String, Object> json(String state) {
        return Json.object(
                "id",
                id,
                "media_uri",
                media[at],
                "next_media_uri",
                at + 1 < media.length && !state.equals("done") ? media[at + 1] : null,
                "target_uri",
                "channel:" + channel.id,
                "language",
                "en",
                "state",
                state);
    }
}
