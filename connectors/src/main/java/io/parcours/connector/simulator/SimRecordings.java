package io.parcours.connector.simulator;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Recordings of bridges at the simulated exchange: their names, not their sound. */
final class SimRecordings {

    private final ExchangeFloor floor;
    private final Map<String, String> live = new LinkedHashMap<>();

    SimRecordings(ExchangeFloor floor) {
        this.floor = floor;
    }

    Map<String, Object> start(String name, String bridge) {
        synchronized (floor) {
            live.put(name, bridge);
            tell("RecordingStarted", name, bridge, "recording");
            return json(name, bridge, "queued");
        }
    }

    boolean stop(String name) {
        synchronized (floor) {
            String bridge = live.remove(name);
            if (bridge != null) {
                tell("RecordingFinished", name, bridge, "done");
            }
            return bridge != null;
        }
    }

    List<String> live() {
        synchronized (floor) {
            return List.copyOf(live.keySet());
        }
    }

    private void tell(String type, String name, String bridge, String state) {
        Map<String, Object> event = ExchangeFloor.event(type);
        event.put("recording", json(name, bridge, state));
        floor.applications().stream().findFirst().ifPresent(application -> floor.tell(application, event, "", bridge));
    }

    private static Map<String, Object> json(String name, String bridge, String state) {
        return Json.object("name", name, "format", "wav", "state", state, "target_uri", "bridge:" + bridge);
    }
}
