package io.parcours.connector.telephony;

import com.fasterxml.jackson.databind.JsonNode;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.parcours.connector.Contracts;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What a real exchange told of calls. */
record RecordedCall(List<JsonNode> events) {

    private static final VoiceAccount NOBODY =
            VoiceAccount.of("demo", "demo", "http://127.0.0.1:1", "user", "password", "journey", "http://127.0.0.1:1");

    /** By what was tried with them. */
    static Map<String, RecordedCall> all() {
        Map<String, RecordedCall> all = new TreeMap<>();
        Contracts.recordings().forEach((name, lines) -> all.put(name, of(lines)));
        return all;
    }

    static RecordedCall of(String name) {
        return of(Contracts.recording(name));
    }

    private static RecordedCall of(List<JsonNode> lines) {
        return new RecordedCall(lines.stream()
                .map(line -> line.path("event"))
                .filter(JsonNode::isObject)
                .toList());
    }

    /** Blank where the event is of none. */
    static String channel(JsonNode event) {
        return event.path(event.has("peer") ? "peer" : "channel").path("id").asText();
    }

    /** What the legs of its channels make of it, each of its own events. */
    static Map<String, Told> played(List<JsonNode> events) {
        return played(events, null, false);
    }

    /** The same where we asked the exchange to listen who answers. Nobody hears our commands: what was recorded happens. */
    static Map<String, Told> detected(List<JsonNode> events) {
        return played(events, new Ari(NOBODY, new VoiceMeters(new SimpleMeterRegistry())), true);
    }

    private static Map<String, Told> played(List<JsonNode> events, Ari ari, boolean detect) {
        Map<String, Told> told = new HashMap<>();
        Map<String, Leg> legs = new HashMap<>();
        events.stream().filter(event -> !channel(event).isEmpty()).forEach(event -> {
            String channel = channel(event);
            Told ear = told.computeIfAbsent(channel, id -> new Told());
            legs.computeIfAbsent(channel, id -> new Leg(ari, id, Runnable::run, detect, ear, ended -> {}))
                    .on(event.path("type").asText(), event);
        });
        return told;
    }
}
